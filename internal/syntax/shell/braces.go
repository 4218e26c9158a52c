package shell

import (
	"regexp"

	sh "mvdan.cc/sh/v3/syntax"
)

// hasBraces reports braces that bash expands before anything else: {a,b} and {1..3}. What is quoted, and braces
// without a comma, stay as they are.
func hasBraces(word *sh.Word) bool {
	var commas []bool // of the open braces, whether a comma was seen
	for _, part := range word.Parts {
		lit, ok := part.(*sh.Lit)
		if !ok {
			continue
		}
		opened := -1 // where the innermost brace was opened in this literal
		for i := 0; i < len(lit.Value); i++ {
			switch lit.Value[i] {
			case '\\':
				i++
			case '{':
				commas, opened = append(commas, false), i
			case ',':
				if len(commas) > 0 {
					commas[len(commas)-1] = true
				}
			case '}':
				if len(commas) == 0 {
					continue
				}
				if commas[len(commas)-1] || opened >= 0 && sequence.MatchString(lit.Value[opened+1:i]) {
					return true
				}
				commas, opened = commas[:len(commas)-1], -1
			}
		}
	}
	return false
}

var sequence = regexp.MustCompile(`^(-?[0-9]+\.\.-?[0-9]+|[A-Za-z]\.\.[A-Za-z])(\.\.-?[0-9]+)?$`)
