package ruletest

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/adapt/cloudformation"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/syntax"
)

// TestContractOfTemplates checks that nothing is lost between the properties of a resource and its object in some world.
// A call of a function counts as one: it is held where what it gives is. Types of resources that aren't read are listed.
func TestContractOfTemplates(t *testing.T) {
	templates := formatTemplates(t)
	for _, c := range templateCases(t) {
		for _, f := range c.files() {
			templates = append(templates, templateOf(c.name+"/"+f.Name, f.Data))
		}
	}
	for _, s := range templates {
		s.checkContract(t, map[string]int{})
	}
	t.Logf("%d templates", len(templates))
}

func TestContractOfTemplatesOverTheCorpus(t *testing.T) {
	others := map[string]int{}
	for _, path := range corpusFiles(t, "d-cloudformation/*") {
		if s := templateOf(path, newReader(t).file(path).Bytes); s != nil {
			s.checkContract(t, others)
		}
	}
	for _, kind := range slices.Sorted(maps.Keys(others)) {
		t.Logf("not read: %s (%d times)", kind, others[kind])
	}
}

// checkContract counts the types of resources that no object is made of.
func (s *templateSource) checkContract(t *testing.T, others map[string]int) {
	t.Helper()
	objects := s.everyObject()
	held := newHeld(adapt.Result{Objects: objects, Tree: s.root})
	for _, o := range objects {
		o.Root.Walk(func(n *syntax.Node) bool { held.nodes[n.Use()] = true; return true })
	}
	for _, r := range s.root.Get("Resources").Members {
		if !slices.ContainsFunc(objects, func(o *ecs.Object) bool { return o.Origin.ID == r.Key.String() }) {
			if kind := r.Value.Get("Type"); kind != nil {
				others[kind.String()]++
			}
			continue
		}
		if r.Value.Get("Condition") != nil {
			continue // it may rule out a way of Fn::If
		}
		for _, lost := range held.lost(leavesOfProperties(r.Value.Get("Properties"))) {
			t.Errorf("%s: %s of %s is neither in an object nor unread: %s", s.name, place(lost), r.Key, lost.File.Slice(lost))
		}
	}
}

// everyObject are the objects of all worlds.
func (s *templateSource) everyObject() []*ecs.Object {
	worlds, _ := cloudformation.Parse(s.file, s.root).Worlds(cloudformation.Given{})
	var objects []*ecs.Object
	for _, w := range worlds {
		objects = append(objects, w.Evaluate(cloudformation.Choice{}, nil).Objects...)
	}
	return objects
}

// leavesOfProperties are the scalars below a node, and the calls of functions. Of Fn::If both ways count, and what
// AWS::NoValue takes away doesn't; nor does what may put anything there: it makes what is around it incomplete.
func leavesOfProperties(n *syntax.Node) []leaf {
	switch name, argument := functionCall(n); {
	case n == nil, name == "Ref" && argument.String() == "AWS::NoValue":
		return nil
	case name == "If" && argument.Items[0].String() == undeclared:
		return nil
	case name == "If" && len(argument.Items) == 3:
		return append(leavesOfProperties(argument.Items[1]), leavesOfProperties(argument.Items[2])...)
	case name != "":
		return []leaf{{n.Range}}
	case len(n.Members)+len(n.Items) == 0 && n.Range.Start < n.Range.End:
		return []leaf{{n.Range}}
	}
	var leaves []leaf
	for _, m := range n.Members {
		if !strings.HasPrefix(m.Key.String(), "Fn::") {
			leaves = append(leaves, leavesOfProperties(m.Value)...)
		}
	}
	for _, item := range n.Items {
		leaves = append(leaves, leavesOfProperties(item)...)
	}
	return leaves
}

// functionCall is the name of the function that a node calls, without Fn::, and what it is given.
func functionCall(n *syntax.Node) (name string, argument *syntax.Node) {
	switch {
	case n == nil:
	case n.Tag != "":
		return strings.TrimPrefix(n.Tag, "!"), n
	case len(n.Members) == 1:
		key := n.Members[0].Key.String()
		if function, ok := strings.CutPrefix(key, "Fn::"); ok || key == "Ref" {
			return function, n.Members[0].Value
		}
	}
	return "", nil
}
