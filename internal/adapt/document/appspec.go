package document

import (
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

const (
	ecsService    = "AWS::ECS::Service"
	targetService = "TargetService"
)

// isAppSpec reports what has the keys of an appspec, in whatever capitals: one for a server has others too.
func isAppSpec(k Keys) bool {
	resources := false
	for key, kind := range k {
		switch strings.ToLower(key) {
		case "resources":
			resources = kind == syntax.Array
		case "version", "hooks":
		default:
			if !isComment(key) {
				return false
			}
		}
	}
	return resources
}

// appSpec makes the object of an appspec that deploys services of ECS. What reads it minds no capitals in its keys, and
// takes any name for the resource.
// https://github.com/aws/aws-cli/blob/develop/awscli/customizations/ecs/filehelpers.py
func (r *reader) appSpec(n *syntax.Node) []*ecs.Object {
	resources := folded(n, "Resources")
	if resources == nil || !slices.ContainsFunc(resources.Items, isTargetList) {
		return nil
	}
	for _, item := range resources.Items {
		for i, m := range item.Members {
			if isTarget(m) {
				item.Members[i].Key = spelled(m.Key, targetService)
			}
		}
	}
	shape, _ := ecs.ShapeOf(ecs.OperationAppSpec)
	spell(n, shape)
	return []*ecs.Object{r.newObject(ecs.TypeAppSpec, ecs.OperationAppSpec, n)}
}

func isTargetList(item *syntax.Node) bool { return slices.ContainsFunc(item.Members, isTarget) }

// isTarget reports a resource that is a service of ECS.
func isTarget(m syntax.Member) bool {
	if t := folded(m.Value, "Type"); t != nil && t.Kind == syntax.String {
		return t.String() == ecsService
	}
	properties := folded(m.Value, "Properties")
	return strings.EqualFold(m.Key.String(), targetService) && properties != nil && folded(properties, "TaskDefinition") != nil
}

// folded is a member whose key differs from a name at most by capitals.
func folded(n *syntax.Node, name string) *syntax.Node {
	for _, m := range n.Members {
		if strings.EqualFold(m.Key.String(), name) {
			return m.Value
		}
	}
	return nil
}

// spell gives the keys the capitals that AWS writes.
func spell(n *syntax.Node, shape ecs.Shape) {
	for _, item := range n.Items {
		spell(item, shape)
	}
	for i, m := range n.Members {
		for _, member := range shape.Members {
			if !strings.EqualFold(member.Name, m.Key.String()) {
				continue
			}
			n.Members[i].Key = spelled(m.Key, member.Name)
			inner, _ := ecs.ShapeOf(member.Target)
			spell(m.Value, inner)
		}
	}
}

// spelled is a key that stands for another name.
func spelled(key *syntax.Node, name string) *syntax.Node {
	if key.String() == name || key.Kind != syntax.String {
		return key
	}
	var text source.Builder
	text.PutRange(name, key.Range)
	renamed := *key
	renamed.Text = text.Text()
	return &renamed
}
