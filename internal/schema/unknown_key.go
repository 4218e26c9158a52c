package schema

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/rules"
	"github.com/ecslint/ecslint/schemas"
)

// unknownKeys reports them once for an object, whichever of its faults brings it here.
func (c *check) unknownKeys(s spot) {
	n := s.place.Node()
	if c.keysDone[n] {
		return
	}
	c.keysDone[n] = true
	keys := slices.Sorted(maps.Keys(s.schema.Properties))
	found := c.unknownMembers(s, keys)
	strange := 0
	for _, u := range found {
		if u.similar == "" && !isComment(u.name) {
			strange++
		}
	}
	another := strange >= foreign || n.Incomplete
	for _, u := range found {
		if c.fed || s.counts(u) && (u.similar != "" || !another) {
			c.unknownKey(s, u, keys)
		}
	}
}

// foreign is how many keys that the API hasn't, nor anything like them, tell that another tool's format is meant.
const foreign = 3

// unknownMember is a member that the schema doesn't have.
type unknownMember struct {
	syntax.Member
	name    string
	similar string // the key that was probably meant; "" where there is none
}

func (c *check) unknownMembers(s spot, keys []string) []unknownMember {
	var found []unknownMember
	for _, m := range s.place.Node().Members {
		name := m.Key.String()
		switch {
		case m.Key.Kind != syntax.String || syntax.HasPlaceholder(name), s.schema.Properties[name] != nil:
		case s.place.Parent() == nil && ecs.OutputOnly(c.operation, name):
		default:
			similar, _ := diag.Suggest(name, keys)
			found = append(found, unknownMember{m, name, similar})
		}
	}
	return found
}

// counts reports a member of a file that is certainly there to be sent. Tools drop what is unset, which an unknown value
// may turn out to be; people write comments as keys.
func (s spot) counts(u unknownMember) bool {
	v := u.Value
	if v.Incomplete && len(v.Members)+len(v.Items) == 0 {
		return false
	}
	return s.standsFor(u) || !v.Unset() && v.Kind != syntax.Unknown && !isComment(u.name)
}

func isComment(key string) bool {
	return key == "$schema" || strings.HasPrefix(key, "_") || strings.HasPrefix(key, "//") || strings.HasPrefix(key, "#")
}

// standsFor reports a member written in the place of one that is required and isn't there.
func (s spot) standsFor(u unknownMember) bool {
	n := s.place.Node()
	_, there := n.Member(u.similar)
	return slices.Contains(s.schema.Required, u.similar) && !there && !n.Incomplete
}

func (c *check) unknownKey(s spot, u unknownMember, keys []string) {
	severity := rules.Warning
	if c.fed || s.standsFor(u) {
		severity = rules.Error
	}
	message := fmt.Sprintf("%s has no key %q", c.nameOf(s), u.name)
	if u.similar != "" {
		message += ": did you mean " + c.object.Spelled(s.at, u.similar) + "?"
	}
	place := s.place.Member(u.name)
	d := c.report(unknownKey, severity, &place, message)
	d.Range = u.Key.Range
	if u.similar != "" {
		offer(d, "rename the key to "+u.similar, false, replace(u.Key, syntax.QuoteJSON(u.similar)))
	}
	d.Help, d.Notes = c.helpForKey(s, u, keys)
	switch {
	case c.object.Given == ecs.ByTemplate:
		d.Notes = append(d.Notes, fmt.Sprintf("CloudFormation refuses it: \"extraneous key [%s] is not permitted\"", u.name))
	case c.fed:
		d.Notes = append(d.Notes, "The AWS CLI refuses it: \"Unknown parameter in ...\"")
	}
}

// creates are the operations that make what others change.
var creates = map[string]string{
	"UpdateCapacityProvider":      "CreateCapacityProvider",
	"UpdateCluster":               "CreateCluster",
	"UpdateDaemon":                "CreateDaemon",
	"UpdateExpressGatewayService": "CreateExpressGatewayService",
	"UpdateService":               "CreateService",
	"UpdateTaskSet":               "CreateTaskSet",
}

func (c *check) helpForKey(s spot, u unknownMember, keys []string) (help string, notes []string) {
	if u.similar != "" {
		return "rename it to " + c.object.Spelled(s.at, u.similar), nil
	}
	const few = 8
	help = "remove it"
	if len(keys) <= few {
		help = "remove it, or use one of " + c.list(s, keys)
	}
	if create := creates[c.operation]; s.place.Parent() == nil && ecs.HasMember(create, u.name) {
		return help, []string{create + " has it; of what exists it can't be changed in this way."}
	}
	if elsewhere := c.pathsTo(u.name); len(elsewhere) == 1 {
		return help, []string{fmt.Sprintf("%s has it as %s.", c.nameOf(c.root), elsewhere[0])}
	}
	return help, c.asOf("the keys")
}

// asOf says how old our knowledge is; nothing where it isn't of a model of AWS.
func (c *check) asOf(what string) []string {
	o, _ := ecs.OperationNamed(c.operation)
	for _, m := range schemas.Models() {
		if m.Command == o.Command {
			return []string{fmt.Sprintf("Here %s are those of %s %s in the AWS SDK (%s); AWS may have added to them.", what, path.Base(m.Module), m.Version, m.Date)}
		}
	}
	return nil
}
