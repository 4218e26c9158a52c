package yaml_test

import (
	"fmt"
	"strings"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/yaml"
)

// dumped is what Parse makes of a text: its documents separated by " | ", then its problems. An unknown value stands in
// «», … ends what is incomplete.
func dumped(text string, unknown ...syntax.Span) string {
	f := source.NewFile("x.yaml", "", []byte(text))
	documents, problems := yaml.Parse(f.Text(), unknown...)
	var parts []string
	for _, d := range documents {
		parts = append(parts, dump(d))
	}
	out := strings.Join(parts, " | ")
	for _, p := range problems {
		at := f.Position(p.Range.Start, source.CodePoints)
		out += fmt.Sprintf(" ! %d:%d %s", at.Line, at.Column, p.Message)
	}
	return out
}

func dump(n *syntax.Node) string {
	tag := ""
	if n.Tag != "" {
		tag = n.Tag + " "
	}
	rest := ""
	if n.Incomplete {
		rest = "…"
	}
	switch n.Kind {
	case syntax.Object:
		var members []string
		for _, m := range n.Members {
			members = append(members, dumpKey(m.Key)+": "+dump(m.Value))
		}
		return tag + "{" + strings.Join(members, ", ") + rest + "}"
	case syntax.Array:
		var items []string
		for _, item := range n.Items {
			items = append(items, dump(item))
		}
		return tag + "[" + strings.Join(items, ", ") + rest + "]"
	case syntax.Unknown:
		return tag + "«" + n.String() + "»"
	case syntax.String:
		return tag + fmt.Sprintf("%q", n.String())
	case syntax.Null:
		return tag + "null"
	}
	return tag + n.String()
}

func dumpKey(n *syntax.Node) string {
	if n.Kind == syntax.Unknown {
		return "«" + n.String() + "»"
	}
	return n.String()
}
