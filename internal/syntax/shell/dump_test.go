package shell_test

import (
	"fmt"
	"strings"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax/shell"
)

func parse(script string) (*source.File, *shell.Script) {
	file := source.NewFile("test.sh", "", []byte(script))
	return file, shell.Parse(file.Text())
}

// dump shows commands one per line: words with a space in them are quoted, what is unknown stands in «», a word
// that may become several ends in …, broken commands begin with !.
func dump(commands []*shell.Command) string {
	var b strings.Builder
	for _, c := range commands {
		if c.Broken {
			b.WriteString("! ")
		}
		for i := range c.Words {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(dumpWord(&c.Words[i]))
		}
		if c.Stdin != nil {
			fmt.Fprintf(&b, " <<< %q", marked(c.Stdin))
		}
		for name, v := range c.Files {
			if v == nil {
				fmt.Fprintf(&b, " | %s: unknown", name)
			} else {
				fmt.Fprintf(&b, " | %s: %q", name, marked(v))
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func dumpWord(w *shell.Word) string {
	s := marked(&w.Value)
	if s == "" || strings.ContainsAny(s, " \t\n") {
		s = fmt.Sprintf("%q", s)
	}
	if w.Multiple {
		s += "…"
	}
	return s
}

func marked(v *shell.Value) string {
	s, at := "", 0
	for _, u := range v.Unknown {
		s += v.Text.String()[at:u.Start] + "«" + v.Text.String()[u.Start:u.End] + "»"
		at = u.End
	}
	return s + v.Text.String()[at:]
}
