package cloudformation

import (
	"maps"
	"slices"

	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/value"
)

// Given is what a user says that a template is deployed with.
type Given struct {
	Parameters map[string]string // values by name
	Defaults   bool              // every default holds
}

// World is one assignment of the conditions that the objects of a template depend on. The worlds of a template share what is
// the same in all of them, so they are for one goroutine at a time.
type World struct {
	Conditions map[string]bool // those that differ between the worlds of the template

	template *Template
	given    Given
	steady   *steady
	cases    []assignment // ways to deploy the template in which the conditions are so
}

// assignment is one way to deploy a template, as far as its conditions ask.
type assignment struct {
	is    map[string]string   // values of parameters
	isNot map[string][]string // values that a parameter doesn't have
	atoms map[*syntax.Node]value.Tri
}

const (
	// MaxWorlds bounds the worlds of a template; objects of the rest are not judged.
	MaxWorlds = 16
	maxCases  = 1 << 12 // assignments that are looked at
)

// Worlds are the worlds of a template; complete tells that there are no more.
func (t *Template) Worlds(given Given) (worlds []*World, complete bool) {
	q := t.questions(given)
	shared := t.newSteady(q)
	if q.count() > maxCases {
		return []*World{{template: t, given: given, steady: shared, cases: []assignment{{}}}}, false
	}
	byAnswers := map[string]*World{}
	for _, a := range q.assignments() {
		e := newEvaluator(t, t.environment(given, a, Choice{}), "")
		e.nodes = &shared.nodes
		w := &World{Conditions: map[string]bool{}, template: t, given: given, steady: shared}
		key := ""
		for _, name := range q.conditions {
			answer := e.condition(name)
			key += string(rune('0' + answer))
			if !answer.IsUnknown() {
				w.Conditions[name] = answer.IsTrue()
			}
		}
		if byAnswers[key] == nil {
			byAnswers[key] = w
			worlds = append(worlds, w)
		}
		byAnswers[key].cases = append(byAnswers[key].cases, a)
	}
	complete = len(worlds) <= MaxWorlds
	worlds = worlds[:min(len(worlds), MaxWorlds)]
	dropConstant(worlds)
	return worlds, complete
}

// dropConstant keeps the conditions that tell the worlds apart.
func dropConstant(worlds []*World) {
	for _, name := range slices.Collect(maps.Keys(worlds[0].Conditions)) {
		first := worlds[0].Conditions[name]
		if !slices.ContainsFunc(worlds, func(w *World) bool { v, ok := w.Conditions[name]; return !ok || v != first }) {
			for _, w := range worlds {
				delete(w.Conditions, name)
			}
		}
	}
}

// questions are what the conditions ask of the parameters.
type questions struct {
	conditions []string // sorted
	domains    map[string][]domainValue
	parameters []string // of the domains, in the order in which they are asked
	atoms      []*syntax.Node
}

// domainValue is one text that a parameter may have, or that it has none of some.
type domainValue struct {
	text  string
	other []string
}

func (q *questions) count() int {
	n := 1
	for _, name := range q.parameters {
		n = min(n*len(q.domains[name]), 2*maxCases)
	}
	for range q.atoms {
		n = min(2*n, 2*maxCases)
	}
	return n
}

func (q *questions) assignments() []assignment {
	all := []assignment{{is: map[string]string{}, isNot: map[string][]string{}, atoms: map[*syntax.Node]value.Tri{}}}
	for _, name := range q.parameters {
		all = branch(all, q.domains[name], func(a assignment, v domainValue) {
			if v.other != nil {
				a.isNot[name] = v.other
			} else {
				a.is[name] = v.text
			}
		})
	}
	for _, atom := range q.atoms {
		all = branch(all, []value.Tri{value.True, value.False}, func(a assignment, v value.Tri) { a.atoms[atom] = v })
	}
	return all
}

// branch multiplies assignments by what may be chosen next.
func branch[T any](all []assignment, choices []T, choose func(assignment, T)) []assignment {
	var out []assignment
	for _, a := range all {
		for _, c := range choices {
			next := assignment{maps.Clone(a.is), maps.Clone(a.isNot), maps.Clone(a.atoms)}
			choose(next, c)
			out = append(out, next)
		}
	}
	return out
}

// questions collects what the conditions ask that objects depend on.
func (t *Template) questions(given Given) *questions {
	q := &questions{domains: map[string][]domainValue{}}
	asked := map[string]bool{}
	use := func(condition string) {
		if t.conditions.Get(condition) != nil && !slices.Contains(q.conditions, condition) {
			q.conditions = append(q.conditions, condition)
			t.ask(q, given, asked, condition)
		}
	}
	for _, r := range t.resources {
		if !r.matters() {
			continue
		}
		use(r.condition)
		r.node.Walk(func(n *syntax.Node) bool {
			if name, _ := intrinsicName(n); name == "Fn::If" {
				if args, ok := arguments(argumentOf(n), 1); ok {
					condition, _ := plainText(args[0])
					use(condition)
				}
			}
			return true
		})
	}
	slices.Sort(q.conditions)
	return q
}

// ask adds what a condition depends on, those that it is made of too.
func (t *Template) ask(q *questions, given Given, asked map[string]bool, condition string) {
	expression := t.conditions.Get(condition)
	if expression == nil || asked[condition] {
		return
	}
	asked[condition] = true
	expression.Walk(func(n *syntax.Node) bool {
		switch name, argument, _ := intrinsic(n); name {
		case "Condition":
			other, _ := plainText(argument)
			t.ask(q, given, asked, other)
		case "Fn::Equals":
			if args, ok := arguments(argument, 2); ok {
				t.compare(q, given, n, args[0], args[1])
			}
			return false
		}
		return true
	})
}

// compare adds what one comparison asks.
func (t *Template) compare(q *questions, given Given, n, a, b *syntax.Node) {
	name, text, ok := comparison(a, b)
	switch {
	case !ok:
		if t.constant(given, n).IsUnknown() && !slices.Contains(q.atoms, n) {
			q.atoms = append(q.atoms, n)
		}
		return
	case t.known(given, name) != nil:
		return
	}
	domain, again := q.domains[name]
	if !again {
		q.parameters = append(q.parameters, name)
	}
	q.domains[name] = t.extend(name, domain, text)
}

// extend adds a text to what is asked of a parameter. Last stands that it has none of them, if that may be.
func (t *Template) extend(name string, domain []domainValue, text string) []domainValue {
	var texts []string
	for _, v := range domain {
		if v.other == nil {
			texts = append(texts, v.text)
		}
	}
	p := t.parameters[name]
	if !slices.Contains(texts, text) && (p == nil || p.mayBe(text)) {
		texts = append(texts, text)
	}
	domain = nil
	for _, text := range texts {
		domain = append(domain, domainValue{text: text})
	}
	if p == nil || p.mayBeOther(texts) {
		domain = append(domain, domainValue{other: append([]string{}, texts...)})
	}
	return domain
}

// constant is a comparison of which no parameter has to be asked.
func (t *Template) constant(given Given, n *syntax.Node) value.Tri {
	return newEvaluator(t, t.environment(given, assignment{}, Choice{Blank: true}), "").test(n)
}
