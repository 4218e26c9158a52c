package syntax

import "regexp"

// Variable is a reference to a variable of the environment in a text.
type Variable struct {
	Span
	Name string
	Form VariableForm
}

// VariableForm is how a reference is written.
type VariableForm uint8

const (
	Plain         VariableForm = iota // $X
	InBraces                          // ${X}
	InParentheses                     // $(X), as Kubernetes has it
)

var variable = regexp.MustCompile(`\$(?:([A-Za-z_][A-Za-z0-9_]*)|\{([A-Za-z_][A-Za-z0-9_]*)\}|\(([A-Za-z_][A-Za-z0-9_]*)\))`)

// Variables are the references in a text, in order.
func Variables(s string) []Variable {
	var found []Variable
	for _, m := range variable.FindAllStringSubmatchIndex(s, -1) {
		for form := range VariableForm(3) {
			if from, to := m[2+2*form], m[3+2*form]; from >= 0 {
				found = append(found, Variable{Span{m[0], m[1]}, s[from:to], form})
			}
		}
	}
	return found
}
