package ecs

import (
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/value"
)

// companion decodes a resource of another service; nil for every other object, as for nil.
func companion[T any](o *Object, decode func(value.Object) T, resources ...string) *T {
	if o == nil || o.Type != TypeResource || o.Origin == nil || !slices.Contains(resources, o.Origin.Resource) {
		return nil
	}
	return Derived(o, func(o *Object) T { return decode(value.NewObject(o.Root)) })
}

// Closed reports that the objects are all that their templates hold of what rules read: what isn't among them isn't made
// by these templates. It is false where an object stands in no template.
func (p *Project) Closed() bool {
	return !slices.ContainsFunc(p.Objects, func(o *Object) bool { return o.Origin == nil || o.Origin.Open })
}

// isOpaque reports a type of resource of which nobody can tell what it makes: a custom resource, a module, a nested stack.
func isOpaque(resource string) bool {
	return resource == "AWS::CloudFormation::CustomResource" || resource == "AWS::CloudFormation::Stack" ||
		resource != "" && !strings.HasPrefix(resource, "AWS::")
}

// handedOn reports an object that is given to a resource which may do anything to it.
func (p *Project) handedOn(o *Object) bool {
	return slices.ContainsFunc(p.Objects, func(other *Object) bool {
		return other.Origin != nil && isOpaque(other.Origin.Resource) && slices.Contains(other.Origin.DependsOn, o.Origin.ID)
	})
}

// ClosedFor reports that the objects are all that there is about one of them.
func (p *Project) ClosedFor(o *Object) bool { return p.Closed() && !p.handedOn(o) }

// certainly reports an object that is there for certain.
func (o *Object) certainly() bool { return o.Origin != nil && !o.Origin.Uncertain }

// refersTo tells whether a value is what a resource of the template is known by. A text that is written out names
// something that was there before.
func (p *Project) refersTo(v value.Value[string], o *Object) value.Tri {
	switch referred := p.Referred(v); {
	case referred != nil:
		return value.TriOf(referred == o)
	case v.Unknown():
		return value.Unknown
	}
	return value.False
}
