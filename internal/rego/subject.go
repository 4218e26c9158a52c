package rego

import (
	"strconv"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/value"
)

// Links are the objects that the evaluated one is linked to. A nil link is unknown, not absent.
type Links struct {
	TaskDefinition *ecs.Object   // of a service or a task
	Services       []*ecs.Object // of a task definition
}

const (
	linksKey           = "_links"
	taskDefinitionLink = linksKey + ".taskDefinition"
	servicesLink       = linksKey + ".services"
)

// subject is what one evaluation is about.
type subject struct {
	object *ecs.Object
	links  Links
}

// encode builds the input of a world, with links where a policy reads them; unknowns tells whether the worlds differ.
func (s subject) encode(e encoder, withLinks bool) (input ast.Value, unknowns bool) {
	root := e.root(s.object, "").Value.(ast.Object)
	if withLinks {
		root.Insert(ast.StringTerm(linksKey), e.links(s.links))
	}
	source := ast.NewObject(
		pair("format", ast.StringTerm(s.object.Format)),
		pair("operation", ast.StringTerm(s.object.Operation)),
	)
	if s.object.File != nil {
		source.Insert(ast.StringTerm("file"), ast.StringTerm(s.object.File.Name))
	}
	root.Insert(ast.StringTerm("_source"), ast.NewTerm(source))
	return root, e.unknowns
}

func (e *encoder) links(l Links) *ast.Term {
	links := ast.NewObject()
	if term := e.linked(l.TaskDefinition, taskDefinitionLink); term != nil {
		links.Insert(ast.StringTerm("taskDefinition"), term)
	}
	if term := e.linkedList(l.Services, servicesLink); term != nil {
		links.Insert(ast.StringTerm("services"), term)
	}
	return ast.NewTerm(links)
}

func (e *encoder) linked(o *ecs.Object, at string) *ast.Term {
	if o == nil || o.Root == nil || o.Root.Kind != syntax.Object {
		return e.unknown(place{at: at})
	}
	return e.root(o, at)
}

func (e *encoder) linkedList(objects []*ecs.Object, at string) *ast.Term {
	if objects == nil {
		return e.unknown(place{at: at})
	}
	var items []*ast.Term
	for i, o := range objects {
		if item := e.linked(o, indexed(at, i)); item != nil {
			items = append(items, item)
		}
	}
	return ast.ArrayTerm(items...)
}

// resolve finds the place that the policies' notation names, and the object that it is in. The object is nil
// where the place is in a link that is unknown; the place is nil where there is no such place.
func (s subject) resolve(at string) (*ecs.Object, *value.Place) {
	if at != linksKey && !strings.HasPrefix(at, linksKey+".") {
		return s.object, value.Resolve(s.object.Root, at)
	}
	if rest, ok := below(at, taskDefinitionLink); ok && s.links.TaskDefinition != nil {
		return s.links.TaskDefinition, value.Resolve(s.links.TaskDefinition.Root, rest)
	}
	for i, o := range s.links.Services {
		if rest, ok := below(at, indexed(servicesLink, i)); ok {
			return o, value.Resolve(o.Root, rest)
		}
	}
	return nil, value.Root(s.object.Root)
}

func below(at, prefix string) (rest string, ok bool) {
	rest, ok = strings.CutPrefix(at, prefix)
	return strings.TrimPrefix(rest, "."), ok && (rest == "" || rest[0] == '.' || rest[0] == '[')
}

func indexed(at string, i int) string { return at + "[" + strconv.Itoa(i) + "]" }
