package ruletest

import (
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/value"
)

// wholes makes incomplete what is around each place that a finding calls absent: that finding must go.
func (b *blanking) wholes() {
	b.t.Helper()
	for _, f := range b.original {
		in := b.in.copied()
		around := aroundAbsent(in.objects[f.object].Root, f.At)
		if around == nil {
			continue
		}
		b.variants++
		around.Incomplete = true
		for _, other := range in.judged(b.t, b.host) {
			if other.object == f.object && other.Rule == f.Rule && other.Range == f.Range && other.At == f.At {
				b.t.Errorf("%s: %s says at %s (%s) although what is around it is incomplete: %s", b.in.name, f.Rule, place(f.Range), f.At, f.Message)
			}
		}
	}
}

// aroundAbsent is what would hold what is absent at a place; nil where something stands there.
func aroundAbsent(root *syntax.Node, at string) *syntax.Node {
	p := value.Resolve(root, at)
	if p == nil || p.Node() != nil && !emptyContainer(p.Node()) {
		return nil
	}
	for p.Node() == nil {
		p = p.Parent()
	}
	return p.Node()
}

func emptyContainer(n *syntax.Node) bool {
	return n.Unset() && (n.Kind == syntax.Object || n.Kind == syntax.Array)
}
