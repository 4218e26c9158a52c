package ecs

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/value"
)

// Project is all objects that were read, and the links between them.
type Project struct {
	Objects  []*Object
	families map[string][]*Object
	nameless bool                  // a task definition's family isn't known: it may be any
	users    map[*Object][]*Object // task definition -> the services and tasks that name it
}

// NewProject links objects. A link by name needs exactly one candidate; with two, nobody can tell.
func NewProject(objects []*Object) *Project {
	p := &Project{Objects: objects, families: map[string][]*Object{}, users: map[*Object][]*Object{}}
	for _, o := range objects {
		if o.Type != TypeTaskDefinition {
			continue
		}
		family, ok := o.Name()
		switch {
		case !ok:
			p.nameless = p.nameless || o.TaskDefinition().Family.Unknown() && !o.Fragment && len(o.Root.Members) > 0
		case !p.known(family, o):
			p.families[family] = append(p.families[family], o)
		}
	}
	for _, o := range objects {
		if td := p.TaskDefinitionOf(o); td != nil {
			p.users[td] = append(p.users[td], o)
		}
	}
	return p
}

// TaskDefinitionOf is the task definition that a service or task names; nil where it isn't among the objects, or
// where that can't be told: a fixed revision may be an older one than the file holds.
func (p *Project) TaskDefinitionOf(o *Object) *Object {
	if o.TaskDefinitionPath != "" {
		return p.only(func(f *source.File) bool { return f.Path == o.TaskDefinitionPath })
	}
	name, ok := o.TaskDefinitionName().Get()
	if !ok {
		return nil
	}
	if strings.HasSuffix(name, ".json") {
		beside := path.Join(path.Dir(o.File.Name), name)
		return p.only(func(f *source.File) bool { return f.Name == beside })
	}
	family, revision := SplitTaskDefinition(name)
	candidates := p.families[family]
	if len(candidates) != 1 || p.nameless {
		return nil
	}
	td := candidates[0]
	if revision != "" && td.revision() != revision {
		return nil
	}
	return td
}

// known reports that a family has these very containers already: a script and the file that it registers by file://
// hold one task definition.
func (p *Project) known(family string, o *Object) bool {
	containers := o.Root.Get("containerDefinitions")
	return containers != nil && slices.ContainsFunc(p.families[family], func(other *Object) bool {
		same := other.Root.Get("containerDefinitions")
		return same != nil && same.Range == containers.Range
	})
}

// UsersOf are the services and tasks that name a task definition.
func (p *Project) UsersOf(td *Object) []*Object { return p.users[td] }

// only finds the only task definition of a file.
func (p *Project) only(isFile func(*source.File) bool) *Object {
	var found *Object
	for _, td := range p.Objects {
		if td.Type == TypeTaskDefinition && isFile(td.File) {
			if found != nil {
				return nil
			}
			found = td
		}
	}
	return found
}

var taskDefinitionARN = regexp.MustCompile(`^arn:[a-z-]+:ecs:[a-z0-9-]*:[0-9]*:task-definition/(.+)$`)

// SplitTaskDefinition splits "family", "family:revision" or an ARN; revision is "" where none is given.
func SplitTaskDefinition(name string) (family, revision string) {
	if m := taskDefinitionARN.FindStringSubmatch(name); m != nil {
		name = m[1]
	}
	family, revision, _ = strings.Cut(name, ":")
	return family, revision
}

// TaskDefinitionName is what a service or task runs, as it is written; absent for objects of another type.
func (o *Object) TaskDefinitionName() value.Value[string] {
	switch o.Type {
	case TypeService:
		return o.Service().TaskDefinition
	case TypeTask:
		return o.Task().TaskDefinition
	}
	return value.Value[string]{}
}

// revision is the number that saved output carries; "" in an input, which has none yet.
func (o *Object) revision() string {
	if n := o.Root.Get("revision"); n != nil && o.Output {
		return n.String()
	}
	return ""
}
