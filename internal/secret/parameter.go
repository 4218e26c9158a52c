package secret

import "github.com/ecslint/ecslint/internal/syntax"

// MaskDefault marks the default of a template's parameter that is, by its name or because it must not be echoed, a secret.
func MaskDefault(name string, noEcho bool, value *syntax.Node) {
	if value != nil && (noEcho || isName(name)) {
		maskValue(value)
	}
}
