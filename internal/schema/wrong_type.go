package schema

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/rules"
)

var kindWords = map[syntax.Kind]string{
	syntax.String: "a string", syntax.Number: "a number", syntax.Bool: "a boolean", syntax.Object: "an object", syntax.Array: "a list",
}

var typeWords = map[string]string{
	"string": "a string", "integer": "a whole number", "number": "a number", "boolean": "a boolean", "object": "an object", "array": "a list",
}

func (c *check) wrongType(s spot) {
	want, n := s.schema.Types[0], s.place.Node()
	got := kindWords[n.Kind]
	if n.Kind == syntax.Number && (want == "integer" || want == "number") {
		got = strconv.Quote(n.String()) // a fraction, or an option that is no number
	}
	d := c.report(wrongType, rules.Error, s.place, fmt.Sprintf("%s must be %s, not %s", s.name, typeWords[want], got))
	switch text := n.String(); {
	case want == "string" && (n.Kind == syntax.Number || n.Kind == syntax.Bool):
		d.Help = fmt.Sprintf("put it in quotes: %q", text)
		offer(d, "put it in quotes", true, replace(n, syntax.QuoteJSON(text)))
	case n.Kind == syntax.String && isWritten(want, text):
		d.Help = fmt.Sprintf("write %s without quotes", text)
		offer(d, "take away the quotes", true, replace(n, text))
	case want == "array":
		d.Help = helpForList(s.schema, n)
	}
}

// isWritten reports a text that is the value, were it not for its quotes.
func isWritten(want, text string) bool {
	switch want {
	case "integer":
		i, err := strconv.ParseInt(text, 10, 64)
		return err == nil && strconv.FormatInt(i, 10) == text
	case "number":
		return decimalNumber.MatchString(text)
	case "boolean":
		return text == "true" || text == "false"
	}
	return false
}

var decimalNumber = regexp.MustCompile(`^-?(0|[1-9]\d*)(\.\d+)?$`)

// helpForList says how the value would be written as a list, where that is certain.
func helpForList(want *jsonschema.Schema, n *syntax.Node) string {
	items, ok := want.Items.(*jsonschema.Schema)
	if !ok {
		return ""
	}
	items = deref(items)
	fits := func(m syntax.Member) bool { return items.Properties[m.Key.String()] != nil }
	switch {
	case n.Kind != syntax.Object && slices.Contains(items.Types, "object"):
		return ""
	case n.Kind != syntax.Object, len(n.Members) > 0 && !slices.ContainsFunc(n.Members, func(m syntax.Member) bool { return !fits(m) }):
		return "put it in a list: [ ... ]"
	case items.Properties["name"] != nil && items.Properties["value"] != nil:
		return `write each entry as {"name": ..., "value": ...}`
	}
	return ""
}
