package shell

import (
	"strings"

	sh "mvdan.cc/sh/v3/syntax"
)

// readOptions are the letters of options that take the next word.
var readOptions = map[string]string{
	"read":      "adinNptu",
	"mapfile":   "dnOsuCc",
	"readarray": "dnOsuCc",
}

// reads forgets the variables that a builtin sets. One that reads a whole here-document knows its text.
func (w *walker) reads(command string, arguments []Word, stdin *Value) {
	wholeText := false
	var names []string
	for i := 0; i < len(arguments); i++ {
		a := arguments[i]
		s := a.Text.String()
		switch {
		case !a.Known():
			w.forgetAll()
		case len(s) > 1 && s[0] == '-':
			option := s[len(s)-1:]
			if !strings.Contains(readOptions[command], option) || i+1 == len(arguments) {
				continue
			}
			i++
			wholeText = wholeText || option == "d" && is(arguments[i], "")
			if option == "a" {
				w.set(arguments[i].Text.String(), nil)
			}
		case sh.ValidName(s):
			names = append(names, s)
			w.set(s, nil)
		}
	}
	if wholeText && command == "read" && stdin != nil && len(names) == 1 {
		w.assign(names[0], trimmed(stdin))
	}
}
