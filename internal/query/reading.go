package query

import (
	"cmp"
	"slices"

	"github.com/ecslint/ecslint/internal/syntax"
)

// Kind is a question that AWS's documentation leaves open.
type Kind uint8

const (
	JoinOrder   Kind = iota // what binds first where "and" and "or" are mixed
	NotReach                // how far "not" reaches in front of a comparison without parentheses
	WholeMatch              // whether a pattern has to match the whole value
	AbsentValue             // whether !in and !~ hold where there is no such attribute
	Order                   // how > and its like compare attributes
	OtherGroups             // what the negated operators of task:group ask
	Spelling                // whether AWS reads what its documentation doesn't show
	kinds
)

// Readings of JoinOrder. Of each kind, the first is what the documentation's examples suggest, or else what is most usual.
const (
	AndFirst = iota
	LeftToRight
	RightToLeft
)

// Readings of NotReach.
const (
	NotNearest = iota
	NotAllThatFollows
)

// Readings of WholeMatch.
const (
	MatchWhole = iota
	MatchPart
)

// Readings of AbsentValue.
const (
	AbsentNever = iota
	AbsentHolds
)

// Readings of Order.
const (
	OrderNumbers = iota
	OrderTexts
)

// Readings of OtherGroups.
const (
	NoSuchGroup = iota
	SomeOtherGroup
)

// Readings of Spelling.
const (
	SpellingRead = iota
	SpellingRefused
)

var readings = [kinds][]string{
	JoinOrder:   {`"and" binds before "or"`, "parts are joined from left to right", "parts are joined from right to left"},
	NotReach:    {`"not" negates the next comparison only`, `"not" negates all that follows`},
	WholeMatch:  {"the pattern has to match the whole value", "the pattern may match a part of the value"},
	AbsentValue: {"an instance without the attribute isn't selected", "an instance without the attribute is selected"},
	Order:       {"values are compared as numbers", "values are compared as texts"},
	OtherGroups: {"an instance is selected that runs no task of such a group", "an instance is selected that runs a task of another group"},
	Spelling:    {"it means what the documented spelling means", "AWS refuses it"},
}

// Reading is one way to understand expressions: of each Kind, the number of a reading.
type Reading [kinds]uint8

// Ambiguity is a place in an expression that can be understood in more than one way.
type Ambiguity struct {
	syntax.Span
	Kind    Kind
	Instead string // of Spelling: how the documentation writes it; "" where it doesn't
}

// Readings are what it can mean, each a sentence without a full stop.
func (a Ambiguity) Readings() []string { return readings[a.Kind] }

// Ambiguities are in the order of the text. Whether an instance makes a difference, Differences tells.
func (q *Query) Ambiguities() []Ambiguity {
	all := slices.Clone(q.spellings)
	walk(q.Root, func(n Node) {
		switch n := n.(type) {
		case *Chain:
			all = append(all, n.ambiguities()...)
		case *Comparison:
			all = append(all, n.ambiguities()...)
		}
	})
	slices.SortStableFunc(all, func(a, b Ambiguity) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.Kind, b.Kind))
	})
	return all
}

func (c *Chain) ambiguities() (all []Ambiguity) {
	if slices.Contains(c.Joins, And) && slices.Contains(c.Joins, Or) {
		all = append(all, Ambiguity{Span: c.Span, Kind: JoinOrder})
	}
	for i, part := range c.Parts[:len(c.Parts)-1] {
		if isBareNot(part) {
			at := syntax.Span{Start: part.Where().Start, End: c.Parts[i+1].Where().End}
			all = append(all, Ambiguity{Span: at, Kind: NotReach})
		}
	}
	return all
}

// isBareNot reports a negation of a comparison without parentheses.
func isBareNot(n Node) bool {
	not, ok := n.(*Not)
	if !ok {
		return false
	}
	_, group := not.Part.(*Group)
	return !group
}

func (c *Comparison) ambiguities() (all []Ambiguity) {
	_, negated := c.Operator.negates()
	attribute := c.Subject.Field == AttributeField
	if c.pattern != nil && !c.pattern.Anchored() {
		all = append(all, Ambiguity{Span: c.Arguments[0].Span, Kind: WholeMatch})
	}
	if attribute && negated && c.Operator != NotEqual {
		all = append(all, Ambiguity{Span: c.Span, Kind: AbsentValue})
	}
	if attribute && slices.Contains(ordered[2:], c.Operator) {
		all = append(all, Ambiguity{Span: c.Span, Kind: Order})
	}
	if c.Subject.Field == TaskGroup && negated {
		all = append(all, Ambiguity{Span: c.Span, Kind: OtherGroups})
	}
	return all
}

// Readings are all ways to understand the expression; the most likely is the first.
func (q *Query) Readings() []Reading {
	var open [kinds]bool
	for _, a := range q.Ambiguities() {
		open[a.Kind] = true
	}
	all := []Reading{{}}
	for kind := range kinds {
		if !open[kind] {
			continue
		}
		for _, r := range slices.Clone(all) {
			for n := 1; n < len(readings[kind]); n++ {
				r[kind] = uint8(n)
				all = append(all, r)
			}
		}
	}
	return all
}
