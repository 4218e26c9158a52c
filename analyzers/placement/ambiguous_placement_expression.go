package placement

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/fix"
	"github.com/ecslint/ecslint/internal/query"
	"github.com/ecslint/ecslint/rules"
)

var ambiguousPlacementExpression = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "ambiguous-placement-expression",
		Title:    "A placement expression can be understood in more than one way",
		Subject:  "placement",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources:  []string{languagePage, constraintPage},
	},
	Run: func(p *analysis.Pass) {
		for _, e := range expressionsOf(p) {
			if len(e.Problems) > 0 {
				continue
			}
			all := samples(e.Query)
			for _, a := range e.Ambiguities() {
				if d, ok := differenceAt(e, a, all); ok {
					d.report(p)
				}
			}
		}
	},
}

// difference is an ambiguity that changes which instances are selected.
type difference struct {
	e  expression
	at query.Ambiguity
	c  *query.Comparison // that it lies in; nil for one between comparisons

	witness  sample // an instance that makes the difference
	selected bool   // it is selected in the likely reading, and isn't in the other one
	reading  uint8  // the other one
	never    bool   // in the likely reading the comparison holds for no instance
}

func differenceAt(e expression, a query.Ambiguity, all []sample) (difference, bool) {
	if a.Kind == query.Spelling {
		return difference{e: e, at: a}, !onlyBlanks(e.in(a.Span), a.Instead)
	}
	d := difference{e: e, at: a, c: comparisonAround(e, a)}
	part := e.Query
	if d.c != nil {
		part = &query.Query{Root: d.c}
	}
	d.never = !slices.ContainsFunc(all, func(s sample) bool { return !part.EvalAs(s, query.Reading{}).IsFalse() })
	for n := 1; n < len(a.Readings()); n++ {
		var other query.Reading
		other[a.Kind] = uint8(n)
		for _, s := range all {
			if differ(part, s, other) && differ(e.Query, s, other) {
				d.witness, d.reading, d.selected = s, uint8(n), e.EvalAs(s, query.Reading{}).IsTrue()
				return d, true
			}
		}
	}
	return d, false
}

// differ reports that an instance is selected in the likely reading and not in another, or the other way around.
func differ(q *query.Query, s sample, other query.Reading) bool {
	likely, said := q.EvalAs(s, query.Reading{}), q.EvalAs(s, other)
	return likely.IsTrue() && said.IsFalse() || likely.IsFalse() && said.IsTrue()
}

// onlyBlanks reports spellings that differ in their blanks: "attribute:stack==prod" is in wide use.
func onlyBlanks(text, instead string) bool {
	return instead != "" && strings.Join(strings.Fields(text), "") == strings.Join(strings.Fields(instead), "")
}

// comparisonAround is the comparison that an ambiguity lies in; nil where it lies between several.
func comparisonAround(e expression, a query.Ambiguity) *query.Comparison {
	all := e.Comparisons()
	i := slices.IndexFunc(all, func(c *query.Comparison) bool { return c.Start <= a.Start && a.End <= c.End })
	if i < 0 || a.Kind == query.JoinOrder || a.Kind == query.NotReach {
		return nil
	}
	return all[i]
}

func (d difference) report(p *analysis.Pass) {
	b := p.ReportPartf(d.e.text, d.at.Span, "%s", d.message())
	d.help(b)
	b.Severity(d.severity())
	switch d.at.Kind {
	case query.JoinOrder, query.NotReach, query.WholeMatch, query.Order:
		b.Note("Where %s, an instance with %s %s; where %s, it %s.", d.at.Readings()[0], d.witness, isSelected(d.selected), d.at.Readings()[d.reading], isSelected(!d.selected))
	}
}

func isSelected(is bool) string {
	if is {
		return "is selected"
	}
	return "isn't selected"
}

// severity is a warning where the likely reading probably isn't what was meant, or no reading is likely.
func (d difference) severity() rules.Severity {
	switch {
	case d.at.Kind == query.JoinOrder && d.reading == query.LeftToRight, d.at.Kind == query.OtherGroups, d.at.Kind == query.WholeMatch && d.never:
		return rules.Warning
	}
	return rules.Info
}

// wholes are attributes of which all values that matter are among the samples, in words.
var wholes = map[string]string{"ecs.instance-type": "instance type", "ecs.availability-zone": "Availability Zone"}

func (d difference) message() string {
	text := d.e.in(d.at.Span)
	switch d.at.Kind {
	case query.JoinOrder:
		return `"and" and "or" are mixed without parentheses: which of them binds first isn't documented`
	case query.NotReach:
		return `how far "not" reaches without parentheses isn't documented`
	case query.WholeMatch:
		if what := wholes[d.c.Subject.Attribute]; d.never && what != "" {
			return fmt.Sprintf("no %s matches %q as a whole: whether a pattern may match a part of a value isn't documented", what, text)
		}
		return fmt.Sprintf("whether pattern %q may match a part of a value isn't documented", text)
	case query.AbsentValue:
		return fmt.Sprintf("whether %q selects instances without the attribute isn't documented", text)
	case query.Order:
		return fmt.Sprintf("whether %q compares numbers or texts isn't documented", text)
	case query.OtherGroups:
		return fmt.Sprintf("what %q selects isn't documented: instances that run no task of such a group, or those that run a task of another", text)
	}
	if !strings.HasPrefix(text, `"`) {
		text = strconv.Quote(text)
	}
	return fmt.Sprintf("the documentation doesn't show the spelling %s: whether AWS reads it isn't known", text)
}

func (d difference) help(b *analysis.Builder) {
	switch d.at.Kind {
	case query.JoinOrder:
		b.Help("put parentheses around what belongs together")
	case query.NotReach:
		b.Help(`put parentheses around what "not" negates`)
	case query.WholeMatch:
		d.helpWithWhole(b)
	case query.AbsentValue:
		b.Help(`write %q to select them, or add "attribute:%s exists and" not to`, negated(d.c), d.c.Subject.Attribute)
	case query.Order:
		b.Help(`name the values with "in"`)
	case query.OtherGroups:
		d.offer(b, negated(d.c), false)
	case query.Spelling:
		if d.at.Instead != "" {
			d.offer(b, d.at.Instead, true)
		}
	}
}

func (d difference) helpWithWhole(b *analysis.Builder) {
	text := d.c.Arguments[0].Text
	if pattern, ok := asRegexp(text); ok {
		d.offer(b, pattern, false)
		b.Help(`write %q: in a regular expression "*" only repeats what stands before it`, pattern)
		return
	}
	if d.never {
		b.Help(`write "%s.*" for all values that begin so, or use "==" for one value`, text)
		return
	}
	b.Help(`put ".*" where the pattern may match a part, "^" and "$" where it has to match the whole value`)
}

// offer is a fix that writes something else in the place of the ambiguity.
func (d difference) offer(b *analysis.Builder, instead string, safe bool) {
	b.Help("write %q", strings.TrimSpace(instead)).
		Fix(diag.Fix{Message: fmt.Sprintf("write %q", strings.TrimSpace(instead)), Safe: safe, Edits: fix.ReplacePart(d.e.text, d.at.Span, instead)})
}

// negated says the same as a negated operator, in the way that the documentation shows.
func negated(c *query.Comparison) string {
	positive := *c
	positive.Operator = map[query.Operator]query.Operator{query.NotEqual: query.Equal, query.NotIn: query.In, query.NotMatches: query.Matches}[c.Operator]
	return "not(" + (&query.Query{Root: &positive}).String() + ")"
}
