// Package cloudformation turns CloudFormation templates into objects in the shape of the AWS API: it evaluates the
// intrinsic functions as far as a template tells, one world of its conditions after the other.
package cloudformation

import (
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/secret"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

// Format is what objects of templates say they were read from.
const Format = "cloudformation"

// Template is one template as it is written. It doesn't change once it is read.
type Template struct {
	File *source.File

	parameters map[string]*parameter
	mappings   *syntax.Node
	conditions *syntax.Node
	outputs    *syntax.Node
	resources  []*resource // in order
	byID       map[string]*resource
	macro      bool // a macro may change any resource
	open       bool // there may be resources that can't be known
}

// resource is one entry of Resources.
type resource struct {
	id         string
	key        *syntax.Node
	kind       string // as in AWS::ECS::Service
	node       *syntax.Node
	properties *syntax.Node // nil where there are none
	condition  string       // name of the condition that it depends on; "" for none
	dependsOn  []string
}

// IsTemplate reports a tree that is a template: one with resources that have types.
func IsTemplate(root *syntax.Node) bool {
	resources := root.Get("Resources")
	if resources == nil || resources.Kind != syntax.Object {
		return false
	}
	return slices.ContainsFunc(resources.Members, func(m syntax.Member) bool {
		kind := m.Value.Get("Type")
		return kind != nil && (strings.HasPrefix(kind.String(), "AWS::") || strings.HasPrefix(kind.String(), "Custom::"))
	})
}

// Parse reads a template out of its tree, which stays as it is.
func Parse(f *source.File, root *syntax.Node) *Template {
	t := &Template{
		File: f, parameters: map[string]*parameter{}, byID: map[string]*resource{},
		mappings: root.Get("Mappings"), conditions: root.Get("Conditions"), outputs: root.Get("Outputs"),
		macro: hasMacro(root.Get("Transform")),
	}
	if parameters := root.Get("Parameters"); parameters != nil {
		for _, m := range parameters.Members {
			p := newParameter(m)
			t.parameters[p.name] = p
			if p.secret {
				secret.MaskDefault(p.standard)
			}
		}
	}
	resources := root.Get("Resources")
	t.open = t.macro || resources.Incomplete
	for _, m := range resources.Members {
		if strings.HasPrefix(m.Key.String(), "Fn::") {
			t.open = true // Fn::ForEach, Fn::Transform
			continue
		}
		r := newResource(m)
		t.resources = append(t.resources, r)
		t.byID[r.id] = r
	}
	return t
}

func newResource(m syntax.Member) *resource {
	r := &resource{id: m.Key.String(), key: m.Key, node: m.Value, properties: m.Value.Get("Properties")}
	if kind := m.Value.Get("Type"); kind != nil {
		r.kind = kind.String()
	}
	if condition := m.Value.Get("Condition"); condition != nil {
		r.condition = condition.String()
	}
	switch on := m.Value.Get("DependsOn"); {
	case on == nil:
	case on.Kind == syntax.Array:
		for _, item := range on.Items {
			r.dependsOn = append(r.dependsOn, item.String())
		}
	default:
		r.dependsOn = append(r.dependsOn, on.String())
	}
	return r
}

// harmless are the transforms that leave resources other than their own as they are.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-reference.html
var harmless = []string{
	"AWS::CodeDeployBlueGreen", "AWS::LanguageExtensions", "AWS::SecretsManager-2020-07-23", "AWS::SecretsManager-2024-09-16",
	"AWS::Serverless-2016-10-31", "AWS::ServiceCatalog",
}

func hasMacro(transform *syntax.Node) bool {
	switch {
	case transform == nil:
		return false
	case transform.Kind == syntax.Array:
		return slices.ContainsFunc(transform.Items, hasMacro)
	}
	return transform.Kind != syntax.String || !slices.Contains(harmless, transform.String())
}
