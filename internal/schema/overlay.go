package schema

import (
	"encoding/json"
	"slices"
	"sync"

	"github.com/ecslint/ecslint/rules"
	"github.com/ecslint/ecslint/schemas"
)

// bound is what supports the bounds of some members.
type bound struct {
	At       []string
	Severity rules.Severity
	AWS      string // what AWS answers; "" where that isn't known
	Says     string // a pattern in words
}

var overlay = sync.OnceValues(func() ([]bound, error) {
	text, err := schemas.Files.ReadFile("overlay.json")
	if err != nil {
		return nil, err
	}
	var o struct{ Bounds []bound }
	err = json.Unmarshal(text, &o)
	return o.Bounds, err
})

// boundOf is the bound of a member; one of the API's own model, which has no entry, is enforced.
func boundOf(at string) bound {
	bounds, _ := overlay() // a test reads it
	i := slices.IndexFunc(bounds, func(b bound) bool { return slices.Contains(b.At, at) })
	if i < 0 {
		return bound{Severity: rules.Error}
	}
	return bounds[i]
}

// notes tell how certain a bound is.
func (b bound) notes() []string {
	switch {
	case b.AWS != "":
		return []string{"AWS refuses it: \"" + b.AWS + "\""}
	case b.Severity == rules.Warning:
		return []string{"AWS documents this; what it answers to anything else isn't known."}
	}
	return nil
}
