// Package catalog is the list of all rules, wherever they are defined: explain, rules, SARIF help and the language
// server's hovers are views of it.
package catalog

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/ecslint/ecslint/analyzers"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/rego"
	"github.com/ecslint/ecslint/internal/schema"
	"github.com/ecslint/ecslint/rules"
)

// All are all rules, sorted by name.
var All = sync.OnceValue(func() []*rules.Rule {
	all := slices.Clone(host)
	for _, a := range analyzers.All() {
		all = append(all, a.Rule)
	}
	all = append(all, rego.Metadata()...)
	all = append(all, schema.Rules()...)
	slices.SortFunc(all, func(a, b *rules.Rule) int { return strings.Compare(a.Name, b.Name) })
	return all
})

// Find finds a rule by its name.
func Find(name string) (*rules.Rule, bool) {
	i, ok := slices.BinarySearchFunc(All(), name, func(r *rules.Rule, name string) int { return strings.Compare(r.Name, name) })
	if !ok {
		return nil, false
	}
	return All()[i], true
}

// ByName are the rules of a name or an alias, in any letter case. An alias may be that of several: other tools check
// more than one thing under one id.
func ByName(word string) []*rules.Rule {
	var found []*rules.Rule
	for _, r := range All() {
		same := func(name string) bool { return strings.EqualFold(name, word) }
		if same(r.Name) {
			return []*rules.Rule{r}
		}
		if slices.ContainsFunc(r.Aliases, same) {
			found = append(found, r)
		}
	}
	return found
}

// Resolve finds the rules that a word on the command line means: a rule, an alias or a whole category.
func Resolve(word string) ([]*rules.Rule, error) {
	if found := ByName(word); found != nil {
		return found, nil
	}
	var found []*rules.Rule
	names := make([]string, 0, len(All()))
	for _, r := range All() {
		names = append(names, r.Name)
		if string(r.Category) == word {
			found = append(found, r)
		}
	}
	if found != nil || slices.Contains(rules.Categories, rules.Category(word)) {
		return found, nil // a category may have no rules
	}
	for _, c := range rules.Categories {
		names = append(names, string(c))
	}
	if similar, ok := diag.Suggest(word, names); ok {
		return nil, fmt.Errorf("unknown rule or category %q: did you mean %q?", word, similar)
	}
	return nil, fmt.Errorf("unknown rule or category %q: `ecslint rules` lists all", word)
}

// Select is the set of rules that a call switches on: all, or only some, plus the enabled, less the disabled.
func Select(only, enable, disable []string) (map[string]bool, error) {
	on := map[string]bool{}
	if len(only) == 0 {
		for _, r := range All() {
			on[r.Name] = true
		}
	}
	for _, step := range []struct {
		words []string
		value bool
	}{{only, true}, {enable, true}, {disable, false}} {
		for _, word := range step.words {
			found, err := Resolve(word)
			if err != nil {
				return nil, err
			}
			for _, r := range found {
				on[r.Name] = step.value
			}
		}
	}
	return on, nil
}
