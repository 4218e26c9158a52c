package catalog

import (
	"regexp"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/rules"
)

// ByAWSError are the rules that prevent an error of AWS, found by its text: names, numbers and quotes in it don't
// matter, nor does what an SDK wraps around it.
func ByAWSError(text string) []*rules.Rule {
	var found []*rules.Rule
	wanted := normalizeError(text)
	if len(wanted) < shortestError {
		return nil
	}
	for _, r := range All() {
		if slices.ContainsFunc(r.AWSErrors, func(known string) bool {
			k := normalizeError(known)
			return strings.Contains(wanted, k) || strings.Contains(k, wanted)
		}) {
			found = append(found, r)
		}
	}
	return found
}

// shortestError keeps single words from being taken for an error.
const shortestError = 12

var (
	variable = regexp.MustCompile(`'[^']*'|‘[^’]*’|"[^"]*"|\[[^\]]*\]|\d+`)
	noise    = regexp.MustCompile(`[^a-z_]+`)
)

func normalizeError(text string) string {
	return strings.TrimSpace(noise.ReplaceAllString(strings.ToLower(variable.ReplaceAllString(text, "_")), " "))
}
