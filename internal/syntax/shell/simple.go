package shell

import (
	"strings"

	sh "mvdan.cc/sh/v3/syntax"
)

// simple walks a simple command, and gives what it prints; nil where that isn't known.
func (w *walker) simple(call *sh.CallExpr, stdin *Value) *Value {
	if len(call.Args) == 0 {
		for _, a := range call.Assigns {
			w.assignment(a)
		}
		return nil
	}
	for _, a := range call.Assigns {
		w.nested(a) // they hold for this command only, which may be a function
		if w.counting && a.Name.Value != "IFS" {
			w.touches[a.Name.Value]++
		}
	}
	var words []Word
	for _, arg := range call.Args {
		words = append(words, w.words(arg)...)
	}
	if !w.silent && len(words) > 0 {
		w.add(call, words, stdin)
	}
	return w.effect(words, stdin)
}

func (w *walker) add(call *sh.CallExpr, words []Word, stdin *Value) {
	from, _ := w.span(call.Args[0])
	_, to := w.span(call.Args[len(call.Args)-1])
	c := &Command{Words: words, Range: w.text.Range(from, to), Stdin: stdin, Broken: w.lost(from, to)}
	for i := range words {
		if name, ok := namedFile(words[i].Text.String()); ok {
			w.addFile(c, name)
		}
	}
	w.commands = append(w.commands, c)
	w.starts[c] = from
}

// namedFile is the name in file://name or fileb://name, also behind an equals sign.
func namedFile(word string) (string, bool) {
	for _, scheme := range []string{"file://", "fileb://"} {
		if i := strings.Index(word, scheme); i >= 0 {
			return word[i+len(scheme):], true
		}
	}
	return "", false
}

func (w *walker) addFile(c *Command, name string) {
	key := fileKey(name)
	bound, seen := w.find(key)
	if !seen {
		return
	}
	if c.Files == nil {
		c.Files = map[string]*Value{}
	}
	c.Files[name] = nil
	if bound != nil && w.steady(key) {
		c.Files[name] = &bound.Value
	}
}

// effect applies what a command changes, and gives what it prints.
func (w *walker) effect(words []Word, stdin *Value) *Value {
	for len(words) > 0 && (is(words[0], "builtin") || is(words[0], "command") || is(words[0], "sudo")) {
		words = words[1:]
	}
	if len(words) == 0 {
		return nil
	}
	if name := words[0]; !name.Known() || w.declared[name.Text.String()] {
		w.call()
		return nil
	}
	arguments := words[1:]
	switch name := words[0].Text.String(); name {
	case "eval", "source", ".":
		w.forgetAll()
	case "read", "mapfile", "readarray", "getopts", "unset":
		w.reads(name, arguments, stdin)
	case "printf":
		if len(arguments) > 1 && is(arguments[0], "-v") {
			w.set(arguments[1].Text.String(), nil)
			return nil
		}
		return printfOutput(arguments)
	case "echo":
		return echoOutput(arguments)
	case "cat":
		return w.catOutput(arguments, stdin)
	case "tee":
		return w.tee(arguments, stdin)
	case "cd", "pushd", "popd":
		w.leaveFolder()
	default:
		w.edits(name, arguments)
	}
	return nil
}

func is(word Word, s string) bool { return word.Known() && word.Text.String() == s }
