package schema

import (
	"fmt"
	"strings"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/syntax"
)

func (c *check) invalidValue(s spot, keyword string) {
	b := boundOf(s.at)
	if keyword == "enum" {
		c.notInEnum(s, b)
		return
	}
	d := c.report(invalidValue, b.Severity, s.place, fmt.Sprintf("%s %q must have %s", s.name, s.place.Node().String(), b.Says))
	d.Notes = b.notes()
}

func (c *check) notInEnum(s spot, b bound) {
	var values []string
	for _, v := range s.schema.Enum {
		values = append(values, fmt.Sprint(v))
	}
	text := s.place.Node().String()
	name, similar := fmt.Sprintf("%s %q", s.name, text), ""
	if s.place.Node().Kind == syntax.Number {
		name = s.name + " " + text
	} else {
		similar, _ = diag.Suggest(text, values)
	}
	const few = 8
	message := name + " is none of " + strings.Join(values, ", ")
	help := ""
	if len(values) > few {
		message = name + " is none of the values that the API knows"
		help = "write one of " + strings.Join(values, ", ")
	}
	if similar != "" {
		message += ": did you mean " + similar + "?"
		help = ""
	}
	d := c.report(invalidValue, b.Severity, s.place, message)
	d.Help, d.Notes = help, b.notes()
	if similar != "" {
		offer(d, "write "+similar, strings.EqualFold(similar, text), replace(s.place.Node(), syntax.QuoteJSON(similar)))
	}
	if similar == "" && s.place.Node().Kind == syntax.String {
		d.Notes = append(d.Notes, c.asOf("the values")...)
	}
}
