package schema

import (
	"maps"
	"slices"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// pathsTo are the places in an object that have a member of that name, as in containerDefinitions[].image. Of a
// structure that is used in several places only the nearest counts.
func (c *check) pathsTo(member string) []string {
	type step struct {
		schema *jsonschema.Schema
		path   string
	}
	var found []string
	seen := map[*jsonschema.Schema]bool{}
	for queue := []step{{deref(c.root.schema), ""}}; len(queue) > 0; queue = queue[1:] {
		s := queue[0]
		if seen[s.schema] {
			continue
		}
		seen[s.schema] = true
		for _, name := range slices.Sorted(maps.Keys(s.schema.Properties)) {
			below, path := deref(s.schema.Properties[name]), s.path+c.object.Spelled(structureOr(s.schema, c.operation), name)
			if name == member {
				found = append(found, path)
			}
			if items, ok := below.Items.(*jsonschema.Schema); ok {
				below, path = deref(items), path+"[]"
			}
			queue = append(queue, step{below, path + "."})
		}
	}
	return found
}
