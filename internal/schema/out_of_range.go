package schema

import (
	"fmt"
	"math/big"
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/ecslint/ecslint/internal/ecs"
)

func (c *check) outOfRange(s spot, keyword string) {
	if c.object.Output {
		return // AWS has taken it
	}
	n, want := s.place.Node(), s.schema
	message := ""
	switch keyword {
	case "minimum", "maximum":
		if n.String() == "0" && c.object.Given == ecs.InFile {
			return // skeletons and dumps write 0 for what isn't set
		}
		message = fmt.Sprintf("%s is %s: it must be %s", s.name, n, between(want))
	case "multipleOf":
		message = fmt.Sprintf("%s is %s: it must be a multiple of %s", s.name, n, decimal(want.MultipleOf))
	case "minLength":
		message = fmt.Sprintf("%s has %d characters: at least %d are needed", s.name, utf8.RuneCountInString(n.String()), want.MinLength)
	case "maxLength":
		message = fmt.Sprintf("%s has %d characters: at most %d are allowed", s.name, utf8.RuneCountInString(n.String()), want.MaxLength)
	case "maxItems":
		message = fmt.Sprintf("%s has %d items: at most %d are allowed", s.name, len(n.Items), want.MaxItems)
	default:
		return
	}
	b := boundOf(s.at)
	c.report(outOfRange, b.Severity, s.place, message).Notes = b.notes()
}

func between(s *jsonschema.Schema) string {
	switch {
	case s.Minimum == nil:
		return "at most " + decimal(s.Maximum)
	case s.Maximum == nil:
		return "at least " + decimal(s.Minimum)
	}
	return "between " + decimal(s.Minimum) + " and " + decimal(s.Maximum)
}

func decimal(r *big.Rat) string {
	f, _ := r.Float64()
	return fmt.Sprint(f)
}
