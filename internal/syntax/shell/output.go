package shell

import (
	"slices"
	"strings"

	sh "mvdan.cc/sh/v3/syntax"
)

// What commands print is kept without the line break at its end.

// substitution walks $(...), and gives its text where that is known.
func (w *walker) substitution(c *sh.CmdSubst) (printed *Value) {
	if c.Backquotes {
		w.backquotes++
		defer func() { w.backquotes-- }()
	}
	at := w.at
	w.subshell(func() {
		for _, stmt := range c.Stmts {
			printed = w.statement(stmt, nil)
		}
	})
	w.at = at
	if len(c.Stmts) != 1 || printed == nil {
		return nil
	}
	return trimmed(printed)
}

// trimmed is v without the line breaks at its end.
func trimmed(v *Value) *Value {
	s := strings.TrimRight(v.Text.String(), "\r\n")
	if len(s) == v.Text.Len() {
		return v
	}
	unknown := slices.Clone(v.Unknown)
	for n := len(unknown); n > 0 && unknown[n-1].End > len(s); n-- {
		unknown[n-1].End = len(s)
		if unknown[n-1].Start >= len(s) {
			unknown = unknown[:n-1]
		}
	}
	return &Value{Text: v.Text.Slice(0, len(s)), Unknown: unknown}
}

// echoOutput knows echo of a single text. Shells differ in what they make of a backslash.
func echoOutput(arguments []Word) *Value {
	if len(arguments) != 1 || arguments[0].Multiple {
		return nil
	}
	s := arguments[0].Text.String()
	if strings.HasPrefix(s, "-") || strings.Contains(s, `\`) {
		return nil
	}
	return &arguments[0].Value
}

func printfOutput(arguments []Word) *Value {
	if len(arguments) != 2 || arguments[1].Multiple || !is(arguments[0], "%s") && !is(arguments[0], `%s\n`) {
		return nil
	}
	return &arguments[1].Value
}

func (w *walker) catOutput(arguments []Word, stdin *Value) *Value {
	if len(arguments) == 0 || len(arguments) == 1 && is(arguments[0], "-") {
		return stdin
	}
	if len(arguments) != 1 || arguments[0].Multiple {
		return nil
	}
	key := fileKey(arguments[0].Text.String())
	if bound, _ := w.find(key); bound != nil && w.steady(key) {
		return &bound.Value
	}
	return nil
}
