package analysis

import (
	"fmt"

	"github.com/ecslint/ecslint/rules"
)

// Validate refuses analyzers that are incomplete, undocumented or named twice.
func Validate(analyzers []*Analyzer) error {
	seen := map[string]bool{}
	for _, a := range analyzers {
		if a.Rule == nil || a.Run == nil {
			return fmt.Errorf("an analyzer lacks its rule or its function: %+v", a)
		}
		if err := a.Rule.Validate(); err != nil {
			return err
		}
		if rules.Page(a.Rule.Name) == "" {
			return fmt.Errorf("rule %s: no page rules/%s.md", a.Rule.Name, a.Rule.Name)
		}
		if seen[a.Rule.Name] {
			return fmt.Errorf("rule %s: defined twice", a.Rule.Name)
		}
		seen[a.Rule.Name] = true
	}
	return nil
}
