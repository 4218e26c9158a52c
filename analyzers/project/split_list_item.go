package project

import (
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var splitListItem = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "split-list-item",
		Title:    "What was meant as one item of a list is written as several",
		Subject:  "project",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Error,
		Since:    "0.1.0",
		AWSErrors: []string{
			noContainerPort,
			noContainerName,
			`Missing required parameter in capacityProviderStrategy[1]: "capacityProvider"`,
		},
		Supersedes: []string{"load-balancer-without-container", "load-balancer-without-target", "missing-container-port", "missing-key"},
		Sources: []string{
			"https://github.com/aws/aws-cdk/issues/8762",
			"https://github.com/aws/amazon-ecs-cli/issues/359",
			"https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-shorthand.html",
		},
	},
	Run: func(p *analysis.Pass) {
		if shape, ok := ecs.ShapeOf(p.Object.Operation); ok && holdsDisjoint(p.Object.Root) {
			eachList(value.Root(p.Object.Root), shape, func(list *value.Place, shape ecs.Shape) { checkSplit(p, list, shape) })
		}
	},
}

// eachList visits the lists of structures below a place.
func eachList(at *value.Place, shape ecs.Shape, visit func(*value.Place, ecs.Shape)) {
	for _, written := range at.Node().Members {
		m, ok := shape.Member(written.Key.String())
		if !ok || m.Kind != ecs.KindStructure {
			continue
		}
		member := at.Member(m.Name)
		node := member.Node()
		target, ok := ecs.ShapeOf(m.Target)
		switch {
		case !ok || node != written.Value: // a key that stands twice counts once
		case !m.List && node.Kind == syntax.Object:
			eachList(&member, target, visit)
		case m.List && node.Kind == syntax.Array:
			visit(&member, target)
			if holdsStructures(target) {
				eachItem(&member, target, visit)
			}
		}
	}
}

func eachItem(list *value.Place, shape ecs.Shape, visit func(*value.Place, ecs.Shape)) {
	for i, item := range list.Node().Items {
		if item.Kind == syntax.Object {
			place := list.Item(i)
			eachList(&place, shape, visit)
		}
	}
}

func holdsStructures(shape ecs.Shape) bool {
	return slices.ContainsFunc(shape.Members, func(m ecs.MemberShape) bool { return m.Kind == ecs.KindStructure })
}

// checkSplit reports items next to each other that have nothing in common and only together what each of them needs.
func checkSplit(p *analysis.Pass, list *value.Place, shape ecs.Shape) {
	items := list.Node().Items
	if list.Node().Incomplete || !anyDisjoint(items) || !allKnown(items, shape) {
		return
	}
	needed := needsOf(shape)
	for i := 0; i+1 < len(items); {
		whole, end := joinedFrom(items, i)
		lacking := slices.IndexFunc(items[i:end], needed.lackedBy)
		if end-i > 1 && lacking >= 0 && needed.metBy(whole) {
			item := list.Item(i + lacking)
			b := reportSplit(p, &item, shape, needed, whole)
			for rest := i; rest < end; rest++ {
				if other := list.Item(rest); rest != i+lacking {
					b.Related(&other, "a part of it")
				}
			}
		}
		i = end
	}
}

// holdsDisjoint reports that anyDisjoint holds of a list somewhere in n. It needs no shapes and no places, and nearly always
// tells at once that there is nothing to look for.
func holdsDisjoint(n *syntax.Node) bool {
	return slices.ContainsFunc(n.Members, func(m syntax.Member) bool { return holdsDisjoint(m.Value) }) ||
		anyDisjoint(n.Items) || slices.ContainsFunc(n.Items, holdsDisjoint)
}

// anyDisjoint reports items next to each other without a key in common.
func anyDisjoint(items []*syntax.Node) bool {
	for i := 1; i < len(items); i++ {
		shared := func(m syntax.Member) bool { _, ok := items[i].Member(m.Key.String()); return ok }
		if items[i].Kind == syntax.Object && !slices.ContainsFunc(items[i-1].Members, shared) {
			return true
		}
	}
	return false
}

// joinedFrom are the keys of item i and of those behind it that have no key in common with them.
func joinedFrom(items []*syntax.Node, i int) (keys map[string]bool, end int) {
	keys = map[string]bool{}
	for end = i; end < len(items); end++ {
		for _, m := range items[end].Members {
			if keys[m.Key.String()] {
				return keys, end
			}
		}
		for _, m := range items[end].Members {
			keys[m.Key.String()] = true
		}
	}
	return keys, end
}

// allKnown reports items of which every key is known, and one of the shape's.
func allKnown(items []*syntax.Node, shape ecs.Shape) bool {
	for _, item := range items {
		if item.Kind != syntax.Object || item.Incomplete || len(item.Members) == 0 {
			return false
		}
		for _, m := range item.Members {
			if _, ok := shape.Member(m.Key.String()); !ok || m.Value.Kind == syntax.Null {
				return false
			}
		}
	}
	return true
}

func reportSplit(p *analysis.Pass, item *value.Place, shape ecs.Shape, needed needs, whole map[string]bool) *analysis.Builder {
	own, _ := joinedFrom([]*syntax.Node{item.Node()}, 0)
	var members []string
	for _, m := range shape.Members {
		if whole[m.Name] {
			members = append(members, m.Name)
		}
	}
	b := p.Reportf(item, "this item has no %q: the items next to it have the rest of what is one item", needed.firstMissing(own)).
		Help("write one item with %s; in the AWS CLI's shorthand a comma without a space stands between them, and },{ begins another item", strings.Join(members, ", "))
	switch text := answers[shape.Name]; {
	case text != "":
		b.Note("AWS refuses it: %q", text)
	case needed.ofModel:
		b.Note("The AWS CLI ends before it calls AWS: a required parameter is missing.")
	default:
		b.Severity(rules.Warning) // no answer of AWS to this is known
	}
	return b
}
