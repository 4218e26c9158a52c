package schema

import (
	"net/url"
	"path"
	"strconv"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/ecslint/ecslint/internal/value"
)

// spot is a place of an object together with what the schema says of it.
type spot struct {
	place  *value.Place
	schema *jsonschema.Schema
	name   string // what messages call it
	at     string // Structure.member, as the overlay names it; of a structure itself its name
}

// unescape undoes what JSON pointers escape.
var unescape = strings.NewReplacer("~1", "/", "~0", "~")

// locate follows the validator's pointer from the root.
func (c *check) locate(root spot, pointer string) (spot, bool) {
	s := root
	s.schema = deref(s.schema)
	for _, token := range strings.Split(pointer, "/")[1:] {
		name, err := url.PathUnescape(token)
		if err != nil {
			return s, false
		}
		if s = c.step(s, unescape.Replace(name)); s.schema == nil {
			return s, false
		}
	}
	return s, true
}

// step goes to a member, an entry of a map, or an item.
func (c *check) step(s spot, name string) spot {
	if items, ok := s.schema.Items.(*jsonschema.Schema); ok {
		i, err := strconv.Atoi(name)
		node := s.place.Node()
		if kept := c.kept[node]; kept != nil && err == nil {
			i = kept[i]
		}
		if err != nil || i >= len(node.Items) {
			return spot{}
		}
		item := s.place.Item(i)
		return spot{&item, deref(items), "an item of " + s.name, structureOr(deref(items), s.at)}
	}
	if member := s.schema.Properties[name]; member != nil {
		place := s.place.Member(name)
		return spot{&place, deref(member), c.object.Spelled(s.at, name), structureOr(deref(member), s.at+"."+name)}
	}
	if entries, ok := s.schema.AdditionalProperties.(*jsonschema.Schema); ok {
		place := s.place.Entry(name)
		return spot{&place, deref(entries), strconv.Quote(name), s.at}
	}
	return spot{}
}

func deref(s *jsonschema.Schema) *jsonschema.Schema {
	for s.Ref != nil {
		s = s.Ref
	}
	return s
}

// structureOr is the name of the structure that s describes, else other.
func structureOr(s *jsonschema.Schema, other string) string {
	if dir, name := path.Split(s.Location); strings.HasSuffix(dir, "#/definitions/") {
		return name
	}
	return other
}
