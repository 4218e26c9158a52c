package value

import "github.com/ecslint/ecslint/internal/syntax"

// Parent is the place around p; nil for the object itself.
func (p *Place) Parent() *Place { return p.parent }

// Certain reports that what stands at the place is known with all that is beneath it; where nothing stands, that
// this is known: no unknown value and no incomplete object could bring it in.
func (p *Place) Certain() bool {
	known := true
	p.node.Walk(func(n *syntax.Node) bool {
		known = known && certain(n) && !n.Incomplete
		return known
	})
	nothing := p.node == nil
	for a := p.parent; a != nil && known; a = a.parent {
		if a.node == nil {
			continue
		}
		known = certain(a.node) && (!nothing || canLack(a.node))
		nothing = false
	}
	return known
}

func certain(n *syntax.Node) bool {
	switch n.Kind {
	case syntax.Unknown, syntax.Missing:
		return false
	case syntax.Number:
		_, ok := parseFloat(n)
		return ok
	}
	return true
}

// canLack reports that what isn't in n isn't there. In a value of another kind than expected nothing can be
// missed: its own rule speaks of it.
func canLack(n *syntax.Node) bool {
	return n.Unset() || n.Kind == syntax.Object && !n.Incomplete
}
