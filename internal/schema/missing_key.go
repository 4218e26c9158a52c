package schema

import (
	"fmt"
	"maps"
	"slices"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/rules"
)

func (c *check) missingKeys(s spot) {
	n := s.place.Node()
	if n.Incomplete || c.object.Output || s.place.Parent() == nil && !c.rootIsWhole() {
		return
	}
	var missing, empty []string
	for _, key := range s.schema.Required {
		switch m, ok := n.Member(key); {
		case !ok && s.misspelled(key):
			c.unknownKeys(s)
		case !ok:
			missing = append(missing, key)
		case m.Value.Kind == syntax.Array: // an empty list is a value: what it must hold is for other rules to tell
		case m.Value.Unset() && m.Value.Kind != syntax.Missing && c.fed:
			empty = append(empty, key) // in a file by itself it may be a gap that someone fills
		}
	}
	c.lacks(s, missing, "lacks", "add")
	c.lacks(s, empty, "has no value for", "set")
}

// misspelled reports a required key that stands there in another spelling: unknown-key says it.
func (s spot) misspelled(key string) bool {
	keys := slices.Collect(maps.Keys(s.schema.Properties))
	return slices.ContainsFunc(s.place.Node().Members, func(m syntax.Member) bool {
		similar, _ := diag.Suggest(m.Key.String(), keys)
		return similar == key
	})
}

// rootIsWhole reports that nothing is put beside the keys of the object: not by a tool that reads the file, nor by
// options, whose lack is a fault of the command line.
func (c *check) rootIsWhole() bool {
	return c.object.Given == ecs.ByInput || c.object.Given == ecs.ByTemplate
}

// lacks reports the keys of one object together.
func (c *check) lacks(s spot, keys []string, verb, remedy string) {
	if len(keys) == 0 {
		return
	}
	noun := "the required key "
	if len(keys) > 1 {
		noun = "the required keys "
	}
	list := c.list(s, keys)
	name := s.name
	if s.place.Parent() == nil && c.object.Origin == nil {
		name = "the input of " + name
	}
	d := c.report(missingKey, rules.Error, s.place, fmt.Sprintf("%s %s %s%s", name, verb, noun, list))
	d.Help = remedy + " " + list
}
