package engine

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/adapt/cloudformation"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/rules"
)

// findingKey tells one finding in whatever world it is made. Its words, and the names of items on the way to it, may be
// others there.
type findingKey struct {
	rule, object, at string
	place            source.Range
}

var itemName = regexp.MustCompile(`\[("[^"]*"|[^\]]*)\]`)

func keyOf(d diag.Diagnostic) findingKey {
	return findingKey{d.Rule, d.Object, itemName.ReplaceAllString(d.At, "[]"), d.Range}
}

// lowered is a finding that holds only with some defaults.
func lowered(d diag.Diagnostic, defaults []string) diag.Diagnostic {
	if d.Severity > rules.Info {
		d.Severity--
	}
	noun := "default"
	if len(defaults) > 1 {
		noun = "defaults"
	}
	d.Message += fmt.Sprintf(" (with the %s of %s)", noun, strings.Join(defaults, " and "))
	return d
}

// merged is what is said of all worlds of a template.
type merged struct {
	worlds    []*cloudformation.World
	told      []told
	undecided []Undecided
}

func (m *merged) add(w *cloudformation.World, t told) {
	places := t.verdict.undecided
	if n := len(m.told); n > 0 {
		places = others(places, m.told[n-1].verdict.undecided)
	}
	m.undecided = append(m.undecided, places...)
	m.worlds = append(m.worlds, w)
	m.told = append(m.told, t)
}

// others are the places but for most of those that were there before: worlds have nearly all in common, in the same order. Those
// that are left twice are found in the end.
func others(places, before []Undecided) []Undecided {
	const near = 8
	var others []Undecided
	for _, p := range places {
		if at := slices.Index(before[:min(near, len(before))], p); at >= 0 {
			before = before[at+1:]
		} else {
			others = append(others, p)
		}
	}
	return others
}

// objects are those of ECS that any world has, each once.
func (m *merged) objects() []*ecs.Object {
	var objects []*ecs.Object
	seen := map[string]bool{}
	for _, t := range m.told {
		for _, o := range t.objects {
			if o.Type != ecs.TypeResource && !seen[o.Origin.ID] {
				seen[o.Origin.ID] = true
				objects = append(objects, o)
			}
		}
	}
	return objects
}

// findings are those of all worlds, each once, in the words of the first. One that isn't made wherever its object exists
// says when it is.
func (m *merged) findings() []diag.Diagnostic {
	type occurrence struct {
		key findingKey
		nth int // of those with the same key in one world
	}
	in := map[occurrence][]int{}
	first := map[occurrence]diag.Diagnostic{}
	var order []occurrence
	for i, t := range m.told {
		count := map[findingKey]int{}
		for _, d := range t.verdict.findings {
			o := occurrence{keyOf(d), count[keyOf(d)]}
			count[keyOf(d)]++
			if in[o] == nil {
				order = append(order, o)
			}
			if known, ok := first[o]; !ok || known.Severity < d.Severity {
				first[o] = d
			}
			in[o] = append(in[o], i)
		}
	}
	var findings []diag.Diagnostic
	for _, o := range order {
		d := first[o]
		if when := m.when(in[o], m.where(d.Object)); when != "" {
			d.Message += " (" + when + ")"
		}
		findings = append(findings, d)
	}
	return findings
}

// where are the worlds that an object exists in.
func (m *merged) where(label string) []int {
	var worlds []int
	for i, t := range m.told {
		if slices.ContainsFunc(t.objects, func(o *ecs.Object) bool { return o.Label() == label }) {
			worlds = append(worlds, i)
		}
	}
	return worlds
}

// when says what tells some worlds from the others; "" where there are no others.
func (m *merged) when(in, of []int) string {
	if len(in) >= len(of) {
		return ""
	}
	first := m.worlds[in[0]].Conditions
	names := slices.Sorted(maps.Keys(first))
	for _, name := range names {
		if m.tells(in, of, name) {
			return whenAre(first, []string{name})
		}
	}
	for i, a := range names {
		for _, b := range names[i+1:] {
			if m.tells(in, of, a, b) {
				return whenAre(first, []string{a, b})
			}
		}
	}
	return whenAre(first, names)
}

// tells reports that the worlds in which these conditions are as in the first of some are just these.
func (m *merged) tells(in, of []int, names ...string) bool {
	first := m.worlds[in[0]].Conditions
	for _, i := range of {
		alike := true
		for _, name := range names {
			v, ok := m.worlds[i].Conditions[name]
			alike = alike && ok && v == first[name]
		}
		if alike != slices.Contains(in, i) {
			return false
		}
	}
	return true
}

func whenAre(conditions map[string]bool, names []string) string {
	var parts []string
	for _, name := range names {
		parts = append(parts, fmt.Sprintf("%s is %t", name, conditions[name]))
	}
	return "when " + strings.Join(parts, " and ")
}
