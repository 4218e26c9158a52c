package facts_test

import (
	"slices"
	"testing"
	"time"

	"github.com/ecslint/ecslint/internal/facts"
)

func TestOperatingSystemsEndOnADay(t *testing.T) {
	for _, system := range facts.OperatingSystems {
		if _, err := time.Parse(time.DateOnly, system.Ends); err != nil {
			t.Errorf("%s: %v", system.Family, err)
		}
		for _, family := range []string{system.Family, system.Instead} {
			if !slices.Contains(facts.WindowsFamilies, family) {
				t.Errorf("%q isn't a family of Windows", family)
			}
		}
	}
}
