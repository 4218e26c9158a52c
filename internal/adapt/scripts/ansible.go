package scripts

import (
	"regexp"
	"strings"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

// shellModules are the modules of Ansible that run a command line.
// https://docs.ansible.com/ansible/latest/collections/ansible/builtin/shell_module.html
var shellModules = []string{
	"shell", "command", "raw", "ansible.builtin.shell", "ansible.builtin.command", "ansible.builtin.raw",
	"ansible.legacy.shell", "ansible.legacy.command",
}

// isAnsible recognises a playbook or a file of tasks: a list whose items have the keys of plays or tasks.
func isAnsible(_ string, root *syntax.Node) bool {
	if root.Kind != syntax.Array {
		return false
	}
	for _, item := range root.Items {
		if item.Get("hosts") != nil || item.Get("tasks") != nil || item.Get("block") != nil || item.Get("name") != nil {
			return true
		}
	}
	return len(commandsOf(root)) > 0
}

// ansible reads each task for itself: it runs in a shell of its own, mostly on some other host.
func (r *reader) ansible(root *syntax.Node) {
	for _, text := range commandsOf(root) {
		r.lines(environment{}, text)
	}
}

// moduleWord is the module in front of the command line of  action: shell aws ecs ...
var moduleWord = regexp.MustCompile(`^\s*(ansible\.builtin\.)?(shell|command|raw)\s+`)

// commandsOf are the command lines of tasks, however deep in blocks they are.
func commandsOf(root *syntax.Node) []source.Text {
	var all []source.Text
	root.Walk(func(n *syntax.Node) bool {
		for _, name := range shellModules {
			module := n.Get(name)
			if line := firstOf(module.Get("cmd"), module.Get("_raw_params"), module); isText(line) {
				all = append(all, line.Text)
			}
		}
		for _, name := range []string{"action", "local_action"} {
			if line := n.Get(name); isText(line) {
				if length := len(moduleWord.FindString(line.String())); length > 0 {
					all = append(all, line.Text.Slice(length, line.Text.Len()))
				}
			}
		}
		return true
	})
	return all
}

// scriptNames are members that hold shell text in the many other formats that run it.
var scriptNames = map[string]bool{
	"run": true, "script": true, "scripts": true, "command": true, "commands": true, "cmd": true, "cmds": true, "bash": true, "sh": true,
	"shell": true, "inlinescript": true, "before_script": true, "after_script": true, "entrypoint": true,
}

// anything reads whatever is named like a script and makes a call: each for itself.
func (r *reader) anything(root *syntax.Node) {
	root.Walk(func(n *syntax.Node) bool {
		for _, m := range n.Members {
			if scriptNames[strings.ToLower(m.Key.String())] {
				r.lines(environment{}, texts(m.Value)...)
			}
		}
		return true
	})
}
