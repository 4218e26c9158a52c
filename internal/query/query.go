// Package query reads and evaluates the cluster query language, in which placement constraints and filters say which container
// instances are meant. Where AWS's documentation leaves open what an expression means, every reading of it can be asked for.
// The language: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-query-language.html
package query

import (
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/query/pattern"
	"github.com/ecslint/ecslint/internal/syntax"
)

// Query is an expression that was read. Spans are in bytes of its text.
type Query struct {
	Root     Node      // nil where nothing could be read
	Problems []Problem // what isn't in the language as it is documented, in the order of the text

	// Unevaluated tells of patterns, which may be right, why they can't be evaluated.
	Unevaluated []Problem

	spellings []Ambiguity
}

// Problem is one mistake.
type Problem struct {
	syntax.Span
	Message string // one sentence
	Instead string // what to write in place of the span; "" where that isn't certain

	// Among are the words that the documentation allows in place of the span; one may be near to what stands there.
	Among []string

	// Refused reports that AWS is known to refuse it; otherwise it is only not in the documentation.
	Refused bool

	// Broken reports that no reading makes an expression of it: half of a bracket or of a quote, a side that is missing, a
	// pattern that doesn't compile.
	Broken bool
}

// Node is a part of an expression: *Chain, *Not, *Group or *Comparison.
type Node interface{ Where() syntax.Span }

// Chain is two or more parts joined by "and" and "or", in the order of the text.
type Chain struct {
	syntax.Span
	Parts []Node
	Joins []Join // one less than parts
}

// Join is what stands between two parts of a chain.
type Join uint8

const (
	And Join = iota
	Or
)

// Not negates a part.
type Not struct {
	syntax.Span
	Part Node
}

// Group is a part in parentheses.
type Group struct {
	syntax.Span
	Part Node
}

// Comparison is a subject, an operator and its arguments.
type Comparison struct {
	syntax.Span
	Subject   Subject
	Operator  Operator
	Arguments []Argument // none of exists and !exists, any number of in and !in, one of the others

	pattern *pattern.Pattern // of =~ and !~, where it can be evaluated
}

// Subject is what a comparison is about.
type Subject struct {
	syntax.Span
	Field     Field
	Attribute string // the name, where Field is AttributeField
}

// Argument is a value, without its quotes.
type Argument struct {
	syntax.Span
	Text string
}

// Where makes each a Node.
func (n *Chain) Where() syntax.Span      { return n.Span }
func (n *Not) Where() syntax.Span        { return n.Span }
func (n *Group) Where() syntax.Span      { return n.Span }
func (n *Comparison) Where() syntax.Span { return n.Span }

// Comparisons are all comparisons of the expression, in the order of the text.
func (q *Query) Comparisons() []*Comparison {
	var all []*Comparison
	walk(q.Root, func(n Node) {
		if c, ok := n.(*Comparison); ok {
			all = append(all, c)
		}
	})
	return all
}

// Misnamed are the names of attributes that begin like those that ECS gives instances itself and are none of these. The agent
// gives more than are documented, so only one that is near to one of Among is a mistake.
func (q *Query) Misnamed(given []string) []Problem {
	var all []Problem
	for _, c := range q.Comparisons() {
		name := c.Subject.Attribute
		if !strings.HasPrefix(name, "ecs.") || strings.HasPrefix(name, "ecs.capability.") || slices.Contains(given, name) {
			continue
		}
		at := syntax.Span{Start: c.Subject.End - len(name), End: c.Subject.End}
		all = append(all, Problem{Span: at, Message: "ECS isn't documented to give instances an attribute " + quote(name), Among: given})
	}
	return all
}

func walk(n Node, visit func(Node)) {
	if n == nil {
		return
	}
	visit(n)
	switch n := n.(type) {
	case *Chain:
		for _, part := range n.Parts {
			walk(part, visit)
		}
	case *Not:
		walk(n.Part, visit)
	case *Group:
		walk(n.Part, visit)
	}
}
