package cloudformation

import (
	"maps"
	"slices"

	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

// Choice is what is taken for known in a world, beside what is given.
type Choice struct {
	Blank   bool           // no default and no allowed value
	Without []string       // parameters whose defaults are unknown
	Case    int            // which of the ways to get into the world, 0-based
	Pick    map[string]int // which of the allowed values of a parameter, 0-based
}

// known is the value of a parameter that is given, or that a default gives for certain; nil where there is none.
func (t *Template) known(given Given, name string) *syntax.Node {
	p := t.parameters[name]
	if text, ok := given.Parameters[name]; ok {
		v := &syntax.Node{Kind: syntax.String, Text: adapt.Name(text)}
		switch {
		case p == nil:
			return v
		case p.secret: // what has no place in a file can't be masked
			return &syntax.Node{Kind: syntax.Unknown}
		}
		return p.value(v)
	}
	if p != nil && given.Defaults && p.standard != nil && !p.isStored() {
		return p.value(p.standard)
	}
	return nil
}

// environment is what is known in one case of a world.
func (t *Template) environment(given Given, a assignment, c Choice) *environment {
	env := &environment{
		values: map[string]*syntax.Node{}, not: a.isNot, atoms: a.atoms,
		assumed: map[string]bool{}, chosen: map[string]bool{},
	}
	for name, text := range given.Parameters {
		if t.parameters[name] == nil {
			env.values[name] = &syntax.Node{Kind: syntax.String, Text: adapt.Name(text)} // AWS::Region
		}
	}
	for name, text := range a.is {
		env.values[name] = &syntax.Node{Kind: syntax.String, Text: adapt.Name(text)}
	}
	for _, name := range slices.Sorted(maps.Keys(t.parameters)) {
		p := t.parameters[name]
		open := p.choices(a)
		switch known := t.known(given, name); {
		case known != nil:
			env.values[name] = known
		case env.values[name] != nil:
			env.values[name] = p.value(p.written(env.values[name]))
		case len(open) > 0 && !c.Blank:
			env.values[name] = p.value(withoutPlace(open[c.Pick[name]%len(open)]))
			env.chosen[name] = len(open) > 1
		case len(open) == 0 && p.standard != nil && !p.isStored() && !c.Blank && !slices.Contains(c.Without, name) &&
			!slices.Contains(a.isNot[name], p.standard.String()):
			env.values[name] = p.value(p.standard)
			env.assumed[name] = true
		}
	}
	return env
}

// written is the default where it is the value that a condition asks for: then it has a place.
func (p *parameter) written(v *syntax.Node) *syntax.Node {
	if p.standard != nil && isScalar(p.standard) && p.standard.String() == v.String() {
		return p.standard
	}
	return v
}

func withoutPlace(n *syntax.Node) *syntax.Node {
	v := *n
	v.Range, v.Text = source.Range{}, adapt.Name(n.String())
	return &v
}

// choices are the allowed values that an assignment leaves, where it doesn't settle the parameter. The default comes first.
func (p *parameter) choices(a assignment) []*syntax.Node {
	if _, settled := a.is[p.name]; settled || p.isStored() {
		return nil
	}
	var open []*syntax.Node
	for _, v := range p.allowed {
		switch {
		case slices.Contains(a.isNot[p.name], v.String()):
		case p.standard != nil && p.standard.String() == v.String():
			open = append([]*syntax.Node{v}, open...)
		default:
			open = append(open, v)
		}
	}
	return open
}

// mayBe reports that a parameter may be given a text.
func (p *parameter) mayBe(text string) bool {
	return len(p.allowed) == 0 || slices.ContainsFunc(p.allowed, func(n *syntax.Node) bool { return n.String() == text })
}

// mayBeOther reports that a parameter may be given another text than these.
func (p *parameter) mayBeOther(texts []string) bool {
	return len(p.allowed) == 0 || slices.ContainsFunc(p.allowed, func(n *syntax.Node) bool { return !slices.Contains(texts, n.String()) })
}

// Evaluated is what a world holds under a choice.
type Evaluated struct {
	Objects []*ecs.Object
	Assumed []string // parameters whose defaults were taken, sorted
	Chosen  []string // parameters of which one of several allowed values was taken, sorted
}

// Evaluate makes the objects of a world under a choice.
func (w *World) Evaluate(c Choice, load Load) *Evaluated {
	env := w.template.environment(w.given, w.cases[c.Case], c)
	env.load = load
	e := newEvaluator(w.template, env, "")
	e.steady, e.nodes, e.literal = w.steady, &w.steady.nodes, w.steady.literal
	return &Evaluated{Objects: e.objects(), Assumed: namesOf(e.assumed), Chosen: namesOf(e.chosen)}
}

func namesOf(set map[string]bool) []string {
	maps.DeleteFunc(set, func(_ string, in bool) bool { return !in })
	return slices.Sorted(maps.Keys(set))
}

// Choices are all ways to take the allowed values of these parameters; complete tells that there are no more.
func (w *World) Choices(parameters []string) (choices []Choice, complete bool) {
	for i, a := range w.cases {
		of := []Choice{{Case: i, Pick: map[string]int{}}}
		for _, name := range parameters {
			var more []Choice
			for _, c := range of {
				for pick := range max(1, len(w.template.parameters[name].choices(a))) {
					next := Choice{Case: i, Pick: maps.Clone(c.Pick)}
					next.Pick[name] = pick
					more = append(more, next)
				}
			}
			if of = more; len(of) > maxChoices {
				return nil, false
			}
		}
		choices = append(choices, of...)
	}
	return choices, len(choices) <= maxChoices
}

const maxChoices = 64
