// Package syntax holds the one tree that every format is parsed into. Parsers are total: any bytes give a
// tree, and what is wrong with the text is a Problem with its place.
package syntax

import "github.com/ecslint/ecslint/internal/source"

// Kind tells what a node holds.
type Kind uint8

const (
	Missing Kind = iota // nothing where a value belongs, as in {"a":}
	Null
	Bool
	Number
	String
	Object
	Array
	Unknown // a value that is there but can't be known: a placeholder, an expression, what broke off
)

// Node is one value with its place in the file.
type Node struct {
	Kind       Kind
	Incomplete bool // Object, Array: more members or items may be there that can't be known
	Range      source.Range
	Text       source.Text // scalars: the decoded text; Unknown: the text as written
	Members    []Member    // Object: in order, duplicate keys kept
	Items      []*Node     // Array
	Tag        string      // of YAML, where it isn't one of YAML's own: !Ref; the value is computed from what the node holds

	JSON *source.Text // the text that it was read from, where that is JSON: edits go through it

	made *made // nil for nearly all
}

// made is what only a value has that a template makes. Copies of a node have it in common.
type made struct {
	use    source.Range
	refers []string
}

// Use is where it is used, when Range is elsewhere: in the definition of a parameter; else zero.
func (n *Node) Use() source.Range {
	if n.made == nil {
		return source.Range{}
	}
	return n.made.use
}

// Refers are the ids of the resources of its template that its value is made of, as in Service.Name.
func (n *Node) Refers() []string {
	if n.made == nil {
		return nil
	}
	return n.made.refers
}

// Made says of a new node where it is used and what it refers to; it gives the node.
func (n *Node) Made(use source.Range, refers []string) *Node {
	n.made = nil
	if !use.IsZero() || len(refers) > 0 {
		n.made = &made{use, refers}
	}
	return n
}

// Member is one key of an object with its value. Key is a String node.
type Member struct{ Key, Value *Node }

// String is the decoded text of a scalar; for an Unknown the text as written; else "".
func (n *Node) String() string { return n.Text.String() }

// Member finds a member by its key. Of duplicate keys the last counts, as it does for AWS's tools.
func (n *Node) Member(key string) (Member, bool) {
	if n != nil && n.Kind == Object {
		for i := len(n.Members) - 1; i >= 0; i-- {
			if n.Members[i].Key.String() == key {
				return n.Members[i], true
			}
		}
	}
	return Member{}, false
}

// Get is the value of a member, nil where there is none.
func (n *Node) Get(path ...string) *Node {
	for _, key := range path {
		m, ok := n.Member(key)
		if !ok {
			return nil
		}
		n = m.Value
	}
	return n
}

// Unset reports a value that AWS's tools treat as if it weren't written: null, "", [], {} and nothing at all.
// (false counts as unset too, but only for members whose default is false: that is for the reader to know.)
func (n *Node) Unset() bool {
	if n == nil {
		return true
	}
	switch n.Kind {
	case Missing, Null:
		return true
	case String:
		return n.Text.Len() == 0
	case Object:
		return len(n.Members) == 0 && !n.Incomplete
	case Array:
		return len(n.Items) == 0 && !n.Incomplete
	}
	return false
}

// Walk calls visit for n and everything below it, in order, until visit returns false for a node, which
// prunes what is below that node.
func (n *Node) Walk(visit func(*Node) bool) {
	if n == nil || !visit(n) {
		return
	}
	for _, m := range n.Members {
		m.Value.Walk(visit)
	}
	for _, item := range n.Items {
		item.Walk(visit)
	}
}

// Problem is something wrong with the text itself. Rule is the name of the host's rule that reports it.
type Problem struct {
	Rule    string
	Range   source.Range
	Message string
	Help    string
	Related source.Range // a second place that matters, zero when there is none

	JSON   *source.Text // the text that it is in, where that is JSON
	Around *Node        // the object that it speaks of; nil where it speaks of the text
}

// MaxDepth bounds nesting; what is nested deeper is one Unknown and one Problem.
const MaxDepth = 500

// MaxProblems bounds the problems of one file.
const MaxProblems = 100

// Clone is a deep copy of the tree, with the same places.
func (n *Node) Clone() *Node {
	if n == nil {
		return nil
	}
	c := *n
	c.Members, c.Items = nil, nil
	for _, m := range n.Members {
		c.Members = append(c.Members, Member{m.Key, m.Value.Clone()})
	}
	for _, item := range n.Items {
		c.Items = append(c.Items, item.Clone())
	}
	return &c
}

// Identical reports trees of the same values at the same places.
func Identical(a, b *Node) bool { return alike(a, b, true) }

// SameValue reports trees of the same values, wherever they stand. What is unknown is the same as itself only.
func SameValue(a, b *Node) bool { return alike(a, b, false) }

func alike(a, b *Node, places bool) bool {
	switch {
	case a == b:
		return true
	case a == nil || b == nil || a.Kind != b.Kind || a.Incomplete != b.Incomplete || a.String() != b.String(),
		len(a.Members) != len(b.Members) || len(a.Items) != len(b.Items),
		places && (a.Range != b.Range || a.Use() != b.Use()),
		!places && a.Kind == Unknown:
		return false
	}
	for i := range a.Members {
		if a.Members[i].Key.String() != b.Members[i].Key.String() || !alike(a.Members[i].Value, b.Members[i].Value, places) {
			return false
		}
	}
	for i := range a.Items {
		if !alike(a.Items[i], b.Items[i], places) {
			return false
		}
	}
	return true
}
