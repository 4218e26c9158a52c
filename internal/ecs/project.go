package ecs

import (
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/ecslint/ecslint/internal/source"
)

// Project is all objects that were read, and the links between them.
type Project struct {
	Objects  []*Object
	families map[string][]*Object
	nameless bool                  // a task definition's family isn't known: it may be any
	users    map[*Object][]*Object // task definition -> what launches it
	byID     map[string]*Object    // by the id of its resource in a template

	launched  map[*Object]*Object   // what TaskDefinitionOf tells of the objects
	platforms map[*Object]Platforms // of the task definitions

	mu   sync.Mutex
	made map[any]func() any // what Once makes
}

// Once is what is made of the project under a key: rules that need the same thing make it once.
func (p *Project) Once(key any, make func() any) any {
	p.mu.Lock()
	once := p.made[key]
	if once == nil {
		once = sync.OnceValue(make)
		p.made[key] = once
	}
	p.mu.Unlock()
	return once()
}

// NewProject links objects. A link by name needs exactly one candidate; with two, nobody can tell.
func NewProject(objects []*Object) *Project {
	p := &Project{
		Objects: objects, families: map[string][]*Object{}, users: map[*Object][]*Object{}, byID: byID(objects),
		launched: map[*Object]*Object{}, platforms: map[*Object]Platforms{}, made: map[any]func() any{},
	}
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
		p.link(o)
	}
	for _, o := range objects {
		if o.Type == TypeTaskDefinition {
			p.platforms[o] = p.platformsOf(o)
		}
	}
	return p
}

// link finds the task definitions that an object launches.
func (p *Project) link(o *Object) {
	for i, launch := range o.Launches() {
		td := p.taskDefinitionOf(o, launch)
		if td != nil && !slices.Contains(p.users[td], o) {
			p.users[td] = append(p.users[td], o)
		}
		if i > 0 && td != p.launched[o] {
			td = nil
		}
		p.launched[o] = td
	}
}

// Revisions are the task definition that an object launches, and the one that is to take its place: where the objects hold several
// revisions of the family, the input beside saved output, else the latest saved one. Now is nil where it can't be told, next where
// there is none.
func (p *Project) Revisions(o *Object) (now, next *Object) {
	if td := p.TaskDefinitionOf(o); td != nil {
		return td, nil
	}
	launches := o.Launches()
	if len(launches) != 1 || o.TaskDefinitionPath != "" || p.nameless {
		return nil, nil
	}
	name, _ := launches[0].TaskDefinition.Get()
	family, named := SplitTaskDefinition(name)
	numbers := map[*Object]int{}
	var input *Object
	for _, td := range p.families[family] {
		n, err := strconv.Atoi(td.Revision())
		switch {
		case !td.Output && input == nil:
			input = td
			continue
		case err != nil || !td.Output:
			return nil, nil // which one is later can't be told
		}
		for _, other := range numbers {
			if other == n {
				return nil, nil
			}
		}
		numbers[td] = n
	}
	var last *Object
	for td, n := range numbers {
		if last == nil || n > numbers[last] {
			last = td
		}
		if named != "" && strconv.Itoa(n) == named {
			now = td
		}
	}
	if named == "" {
		now = last
	}
	switch {
	case now == nil:
		return nil, nil
	case input != nil:
		return now, input
	case last != now:
		return now, last
	}
	return now, nil
}

// TaskDefinitionOf is the task definition that an object of the project launches; nil where it isn't among the objects, where
// that can't be told, as a fixed revision may be an older one than the file holds, and where it launches several.
func (p *Project) TaskDefinitionOf(o *Object) *Object { return p.launched[o] }

func (p *Project) taskDefinitionOf(o *Object, launch Launch) *Object {
	if o.TaskDefinitionPath != "" {
		return p.only(func(f *source.File) bool { return f.Path == o.TaskDefinitionPath })
	}
	if td := p.Referred(launch.TaskDefinition); td != nil && td.Type == TypeTaskDefinition {
		return td
	}
	name, ok := launch.TaskDefinition.Get()
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
	if revision != "" && td.Revision() != revision {
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

// UsersOf are what launches a task definition: services, tasks, schedules and others.
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

// Revision is the number that saved output carries; "" in an input, which has none yet.
func (o *Object) Revision() string {
	if n := o.Root.Get("revision"); n != nil && o.Output {
		return n.String()
	}
	return ""
}
