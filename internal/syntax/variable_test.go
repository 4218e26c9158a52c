package syntax_test

import (
	"fmt"
	"testing"

	"github.com/ecslint/ecslint/internal/syntax"
)

func TestVariables(t *testing.T) {
	for text, want := range map[string]string{
		"":                   "",
		"$5 US$ ${} $(a b)":  "",
		"http://$HOST:$PORT": "HOST@7-12 form 0, PORT@13-18 form 0, ",
		"${A}$(B)":           "A@0-4 form 1, B@4-8 form 2, ",
		"${A:-1}":            "",
	} {
		got := ""
		for _, v := range syntax.Variables(text) {
			got += fmt.Sprintf("%s@%d-%d form %d, ", v.Name, v.Start, v.End, v.Form)
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
