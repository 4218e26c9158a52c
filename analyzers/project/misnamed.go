package project

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/value"
)

// made is something that the file of the pass's object makes, with what names it.
type made struct {
	object *ecs.Object
	name   value.Value[string]
}

// hasGeneratedName reports that CloudFormation makes a name up, which nothing can have written down: it stands at the id of the
// resource.
func (m made) hasGeneratedName() bool {
	n := m.name.Where().Node()
	return m.object.Origin != nil && n != nil && n.Kind == syntax.Unknown && n.Range == m.object.Root.Text.Whole()
}

// madeBeside are the objects of an operation in the file of the pass's object, of a template those in its stack.
func madeBeside(p *analysis.Pass, operation string, name func(*ecs.Object) value.Value[string]) []made {
	var all []made
	for _, o := range beside(p, ecs.TypeOf(operation)) {
		if o.Operation == operation && (o.Origin == nil || ecs.SameStack(o, p.Object)) {
			all = append(all, made{o, name(o)})
		}
	}
	return all
}

// references are names of things, or other ways to refer to them.
type references struct {
	values   []value.Value[string]
	complete bool // there are no others
}

func only(values ...value.Value[string]) references { return references{values, true} }

func listed(list value.List[value.Value[string]]) references {
	return references{list.Items, list.Complete}
}

func (r references) and(other references) references {
	return references{append(r.values[:len(r.values):len(r.values)], other.values...), r.complete && other.complete}
}

// everywhere are the references of all objects of the project.
func everywhere(p *analysis.Pass, of func(*ecs.Object) references) references {
	all := only()
	for _, o := range p.Project.Objects {
		all = all.and(of(o))
	}
	return all
}

// unused are those that nothing refers to, by name or otherwise. They are false where one of them may have the name that is
// looked for, and where it isn't known what is referred to.
func unused(p *analysis.Pass, name string, all []made, uses references, nameIn func(string) string) ([]made, bool) {
	if !uses.complete || p.Object.Origin != nil && !p.Project.Closed() {
		return nil, false
	}
	var left []made
	for _, m := range all {
		own, known := m.name.Get()
		if m.name.Unknown() && !m.hasGeneratedName() || known && own == name {
			return nil, false
		}
		used := m.object.Origin != nil && m.object.Origin.Uncertain
		for _, use := range uses.values {
			text, ok := use.Get()
			referred := p.Project.Referred(use)
			if !ok && !use.Absent() && referred == nil {
				return nil, false
			}
			used = used || referred == m.object || ok && known && nameIn(text) == own
		}
		if !used {
			left = append(left, m)
		}
	}
	return left, true
}

// meantAmong is the one that a name is nearly the name of, and that nothing refers to.
func meantAmong(p *analysis.Pass, at value.Located, name string, all []made, uses references, nameIn func(string) string) (made, bool) {
	left, certain := unused(p, name, all, uses, nameIn)
	if !certain {
		p.Undecided(at)
		return made{}, false
	}
	byName := map[string]made{}
	var names []string
	for _, m := range left {
		if own, ok := m.name.Get(); ok {
			byName[own] = m
			names = append(names, own)
		}
	}
	nearest, ok := diag.Suggest(name, names)
	return byName[nearest], ok
}
