package syntax

import (
	"encoding/json"
	"strings"
)

// QuoteJSON writes a text as a string of JSON. Characters that JSON takes as they are stay readable.
func QuoteJSON(s string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(s) // a string can always be written, and so can a Builder
	return strings.TrimSuffix(b.String(), "\n")
}
