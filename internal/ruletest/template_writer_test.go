package ruletest

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"

	"github.com/ecslint/ecslint/internal/adapt/cloudformation"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/syntax"
)

// resourceOf is the type of resource that describes the input of an operation.
var resourceOf = map[string]string{
	"CreateCapacityProvider":       "AWS::ECS::CapacityProvider",
	"CreateCluster":                "AWS::ECS::Cluster",
	"CreateDaemon":                 "AWS::ECS::Daemon",
	"CreateExpressGatewayService":  "AWS::ECS::ExpressGatewayService",
	"CreateService":                "AWS::ECS::Service",
	"CreateTaskSet":                "AWS::ECS::TaskSet",
	"PutClusterCapacityProviders":  "AWS::ECS::ClusterCapacityProviderAssociations",
	"RegisterDaemonTaskDefinition": "AWS::ECS::DaemonTaskDefinition",
	"RegisterTaskDefinition":       "AWS::ECS::TaskDefinition",
}

// templateTree makes the tree of a template of the objects: one resource for each. What is unknown refers to a parameter
// without a value; a service refers to the task definition that it is linked to.
func templateTree(objects []*ecs.Object) *written {
	project := ecs.NewProject(objects)
	ids := map[*ecs.Object]string{}
	for i, o := range objects {
		ids[o] = fmt.Sprintf("Resource%d", i+1)
	}
	resources := &written{}
	for _, o := range objects {
		shape, _ := ecs.ShapeOf(o.Operation)
		properties := structureOf(o.Root, shape)
		if td := project.TaskDefinitionOf(o); td != nil && o.Type != ecs.TypeTaskDefinition {
			properties.set("TaskDefinition", reference(ids[td]))
		}
		resource := &written{}
		resource.set("Type", text(resourceOf[o.Operation]))
		resource.set("Properties", properties)
		resources.set(ids[o], resource)
	}
	parameter := &written{}
	parameter.set("Type", text("String"))
	parameters := &written{}
	parameters.set("Unknown", parameter)
	root := &written{}
	root.set("AWSTemplateFormatVersion", text("2010-09-09"))
	root.set("Parameters", parameters)
	root.set("Resources", resources)
	return root
}

// written is a value of a template: a scalar, a list, or an object where it is neither.
type written struct {
	scalar string // as JSON writes it
	keys   []string
	values []*written
	isList bool
	refers bool // it is a Ref of the scalar
}

func text(s string) *written {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(s) // a string always can be
	return &written{scalar: strings.TrimSuffix(b.String(), "\n")}
}

func reference(to string) *written { return &written{scalar: text(to).scalar, refers: true} }

func (w *written) set(key string, v *written) {
	for i, k := range w.keys {
		if k == key {
			w.values[i] = v
			return
		}
	}
	w.add(key, v)
}

func (w *written) add(key string, v *written) {
	w.keys = append(w.keys, key)
	w.values = append(w.values, v)
}

// undeclared is a condition that no template declares.
const undeclared = "Undeclared"

// anyItem is an item of a list that may be there or not.
var anyItem = &written{keys: []string{"Fn::If"}, values: []*written{
	{isList: true, values: []*written{text(undeclared), reference("Unknown"), reference("AWS::NoValue")}},
}}

// structureOf is an object whose members the API knows, under the template's names.
func structureOf(n *syntax.Node, shape ecs.Shape) *written {
	w := &written{}
	for _, m := range n.Members {
		name := m.Key.String()
		if m.Key.Kind == syntax.Unknown || syntax.HasPlaceholder(name) {
			w.set("Fn::Transform", text("AnyMembers"))
			continue
		}
		member, _ := shape.Member(name)
		w.add(cloudformation.Spell(shape.Name, name), valueOf(m.Value, member))
	}
	if n.Incomplete {
		w.set("Fn::Transform", text("AnyMembers"))
	}
	return w
}

func valueOf(n *syntax.Node, m ecs.MemberShape) *written {
	switch n.Kind {
	case syntax.Array:
		item := m
		item.List = false
		w := &written{isList: true}
		for _, v := range n.Items {
			w.values = append(w.values, valueOf(v, item))
		}
		if n.Incomplete {
			w.values = append(w.values, anyItem)
		}
		return w
	case syntax.Object:
		if m.Kind == ecs.KindStructure && !m.List {
			shape, _ := ecs.ShapeOf(m.Target)
			return structureOf(n, shape)
		}
		w := &written{}
		for _, member := range n.Members {
			w.add(member.Key.String(), valueOf(member.Value, ecs.MemberShape{}))
		}
		return w
	case syntax.Null:
		return reference("AWS::NoValue")
	case syntax.Number, syntax.Bool:
		return &written{scalar: n.String()}
	case syntax.String:
		return text(n.String())
	}
	return reference("Unknown")
}

// json is the value as JSON, in lines that begin with the indent.
func (w *written) json(indent string) string {
	deeper := indent + "  "
	var lines []string
	for i, v := range w.values {
		line := deeper
		if !w.isList {
			line += text(w.keys[i]).scalar + ": "
		}
		lines = append(lines, line+v.json(deeper))
	}
	inner := ""
	if len(lines) > 0 {
		inner = "\n" + strings.Join(lines, ",\n") + "\n" + indent
	}
	switch {
	case w.refers:
		return `{"Ref": ` + w.scalar + "}"
	case w.scalar != "":
		return w.scalar
	case w.isList:
		return "[" + inner + "]"
	}
	return "{" + inner + "}"
}

// yaml is the value as YAML, in lines that begin with the indent.
func (w *written) yaml(indent string) string {
	switch {
	case w.refers:
		return " !Ref " + w.scalar + "\n"
	case w.scalar != "":
		return " " + w.scalar + "\n"
	case len(w.values) == 0 && w.isList:
		return " []\n"
	case len(w.values) == 0:
		return " {}\n"
	}
	var b strings.Builder
	b.WriteString("\n")
	for i, v := range w.values {
		if w.isList {
			b.WriteString(indent + "-" + v.yaml(indent+"  "))
		} else {
			b.WriteString(indent + yamlKey(w.keys[i]) + ":" + v.yaml(indent+"  "))
		}
	}
	return b.String()
}

var plainKey = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9:.-]*$`)

func yamlKey(key string) string {
	if plainKey.MatchString(key) {
		return key
	}
	return text(key).scalar
}
