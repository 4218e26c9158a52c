package cloudformation

import (
	"strings"

	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/value"
)

// ref is Ref: a parameter, a pseudo parameter, or a resource.
func (e *evaluator) ref(n, argument *syntax.Node) *syntax.Node {
	name, ok := plainText(argument)
	switch {
	case !ok:
		return unknown(n, nil)
	case name == "AWS::NoValue":
		return noValue
	}
	return e.named(n, name)
}

// named is what a name means at n: a parameter's value, else what a Ref of a resource gives.
func (e *evaluator) named(n *syntax.Node, name string) *syntax.Node {
	v := e.env.values[name]
	e.asked = e.asked || v != nil || e.steady == nil || e.steady.open[name]
	if v != nil {
		e.assumed[name] = e.assumed[name] || e.env.assumed[name]
		e.chosen[name] = e.chosen[name] || e.env.chosen[name]
		return usedAt(v, n)
	}
	if r := e.t.byID[name]; r != nil {
		return e.nameOf(n, r, "")
	}
	return unknown(n, nil)
}

// usedAt is a value that is defined elsewhere, or nowhere, as it is used at n.
func usedAt(v, n *syntax.Node) *syntax.Node {
	used := *v
	if v.Range.IsZero() {
		used.Range = n.Range
	} else if v.Use().IsZero() {
		used.Made(n.Range, v.Refers())
	}
	used.Items = nil
	for _, item := range v.Items {
		used.Items = append(used.Items, usedAt(item, n))
	}
	return &used
}

// physical are the properties that Ref, or an attribute, gives back where they are set.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
var physical = map[string]string{
	"AWS::AutoScaling::AutoScalingGroup": "AutoScalingGroupName",
	"AWS::ECR::Repository":               "RepositoryName",
	"AWS::ECS::CapacityProvider":         "Name",
	"AWS::ECS::Cluster":                  "ClusterName",
	"AWS::ECS::Service Name":             "ServiceName",
	"AWS::IAM::InstanceProfile":          "InstanceProfileName",
	"AWS::IAM::Role":                     "RoleName",
	"AWS::Logs::LogGroup":                "LogGroupName",
	"AWS::SSM::Parameter":                "Name",
}

// resourceName is the name that a property of a resource gives it.
type resourceName struct {
	value *syntax.Node // nil for none
	asked bool         // the environment was asked for it
}

// nameOf is what Ref, or an attribute, of a resource gives.
func (e *evaluator) nameOf(n *syntax.Node, r *resource, attribute string) *syntax.Node {
	id, what := e.scope+r.id, r.kind
	if attribute != "" {
		id, what = id+"."+attribute, what+" "+attribute
	}
	name, done := e.names[id]
	if !done {
		e.names[id] = resourceName{asked: true} // a name that is made of itself isn't known
		name = e.physicalName(r, physical[what])
		e.names[id] = name
	}
	e.asked = e.asked || name.asked
	if name.value == nil || !isScalar(name.value) {
		return unknown(n, []string{id})
	}
	v := usedAt(name.value, n)
	return v.Made(v.Use(), []string{id})
}

func (e *evaluator) physicalName(r *resource, property string) resourceName {
	v := r.properties.Get(property)
	if property == "" || v == nil {
		return resourceName{}
	}
	before := e.asked
	e.asked = false
	name := resourceName{value: e.eval(v)}
	name.asked = e.asked
	e.asked = before
	return name
}

// getAtt is Fn::GetAtt, written as "Resource.Attribute" or as a list of both.
func (e *evaluator) getAtt(n, argument *syntax.Node) *syntax.Node {
	path, ok := plainText(argument)
	if args, isList := arguments(argument, 2); isList {
		id, _ := plainText(args[0])
		attribute, known := plainText(e.eval(args[1]))
		path, ok = id+"."+attribute, known
	}
	if !ok {
		return unknown(n, nil)
	}
	return e.attribute(n, path)
}

func (e *evaluator) attribute(n *syntax.Node, path string) *syntax.Node {
	id, attribute, _ := strings.Cut(path, ".")
	r := e.t.byID[id]
	if r == nil {
		return unknown(n, nil)
	}
	if output, ok := strings.CutPrefix(attribute, "Outputs."); ok && r.kind == stackKind {
		if v := e.output(r, output); v != nil {
			return usedAt(v, n)
		}
	}
	return e.nameOf(n, r, attribute)
}

// condition is the value of a condition; Unknown where it can't be told, or where it leads to itself.
func (e *evaluator) condition(name string) value.Tri {
	e.asked = true
	if decided, ok := e.conditions[name]; ok {
		return decided
	}
	e.conditions[name] = value.Unknown
	if expression := e.t.conditions.Get(name); expression != nil {
		e.conditions[name] = e.test(expression)
	}
	return e.conditions[name]
}

// exists tells whether a resource is made in this environment.
func (e *evaluator) exists(r *resource) value.Tri {
	if r.condition == "" {
		return value.True
	}
	return e.condition(r.condition)
}
