package secret

import "github.com/ecslint/ecslint/internal/syntax"

// IsParameter reports a template's parameter that is, by its name or because it must not be echoed, a secret.
func IsParameter(name string, noEcho bool) bool { return noEcho || isName(name) }

// MaskDefault marks the default of such a parameter.
func MaskDefault(value *syntax.Node) {
	if value != nil {
		maskValue(value)
	}
}
