package taskdefinition

import (
	"path"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var splitShellCommand = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "split-shell-command",
		Title:    "A shell gets its script in several strings, and runs only the first",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources: []string{
			"https://pubs.opengroup.org/onlinepubs/9799919799/utilities/sh.html",
			"https://docs.docker.com/reference/dockerfile/#understand-how-cmd-and-entrypoint-interact",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			checkShellCommand(p, c)
		}
	},
}

// checkShellCommand reads what is run, entry point and command in a row, up to the first string behind the script.
func checkShellCommand(p *analysis.Pass, c ecs.ContainerDefinition) {
	words := slices.Concat(c.EntryPoint.Items, c.Command.Items)
	if len(words) < 4 || c.EntryPoint.Unknown() {
		return
	}
	for _, w := range words[:4] {
		if !p.Known(w) {
			return
		}
	}
	shell, flag, script := textOf(words[0]), textOf(words[1]), textOf(words[2])
	if !isShell(shell) || !runsScript(flag) || readsArguments(script) {
		return
	}
	p.Reportf(words[3], "%s: the shell runs %q and takes this and what follows as arguments, which that script doesn't read", containerLabel(c), script).
		Help("write the whole script as one string after %q", flag).
		Related(words[2], "the script")
}

func textOf(v value.Value[string]) string {
	text, _ := v.Get()
	return text
}

func isShell(program string) bool {
	return slices.Contains([]string{"sh", "bash", "ash", "dash", "ksh", "zsh"}, path.Base(program))
}

// runsScript reports -c, alone or with other letters: -ec, -lc.
func runsScript(flag string) bool {
	return len(flag) > 1 && flag[0] == '-' && flag[1] != '-' && strings.HasSuffix(flag, "c")
}

// readsArguments reports a script that may use its arguments: $1, $@, shift, and for without a list.
func readsArguments(script string) bool {
	return strings.ContainsAny(script, "$") || strings.Contains(script, "shift") || strings.Contains(script, "for ")
}
