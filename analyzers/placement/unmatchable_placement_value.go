package placement

import (
	"fmt"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/internal/fix"
	"github.com/ecslint/ecslint/internal/query"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/rules"
)

var unmatchablePlacementValue = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "unmatchable-placement-value",
		Title:    "A placement expression compares an attribute with a value that no container instance can have",
		Subject:  "placement",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources:  []string{languagePage, constraintPage, attributePage, runFailurePage},
	},
	Run: func(p *analysis.Pass) {
		for _, e := range expressionsOf(p) {
			for _, c := range e.Comparisons() {
				if c.Subject.Field == query.AttributeField && comparesTexts(c.Operator) {
					checkValues(p, e, c)
				}
			}
		}
	},
}

func comparesTexts(o query.Operator) bool {
	return o == query.Equal || o == query.NotEqual || o == query.In || o == query.NotIn
}

func checkValues(p *analysis.Pass, e expression, c *query.Comparison) {
	for _, a := range c.Arguments {
		like, ok := impossible(c.Subject.Attribute, a.Text)
		if !ok {
			continue
		}
		b := p.ReportPartf(e.text, a.Span, "no container instance has %q in attribute %q, which holds %s", a.Text, c.Subject.Attribute, like)
		if pattern, ok := asRegexp(a.Text); ok {
			helpWithPattern(b, e, c, a, pattern)
		} else if strings.Contains(a.Text, ".*") {
			helpWithPattern(b, e, c, a, a.Text)
		}
	}
}

// impossible says what values of the attribute look like, where this isn't one. Case is left out of account: whether it makes a
// difference isn't documented.
func impossible(attribute, text string) (like string, ok bool) {
	if text == "" {
		return "", false
	}
	if values, ok := facts.InstanceAttributeValues[attribute]; ok && !values.Form.MatchString(strings.ToLower(text)) {
		return values.Like, true
	}
	return facts.AttributeValue.Like, !facts.AttributeValue.Form.MatchString(text)
}

// helpWithPattern offers the operator that takes patterns, where one value is compared.
func helpWithPattern(b *analysis.Builder, e expression, c *query.Comparison, a query.Argument, pattern string) {
	instead, one := map[query.Operator]string{query.Equal: "=~", query.NotEqual: "!~"}[c.Operator]
	if !one {
		b.Help(`compare with a pattern by "=~": "in" takes whole values`)
		return
	}
	whole := instead + " " + pattern
	b.Help("write %q: %q compares whole values", whole, c.Operator).
		Fix(diag.Fix{
			Message: fmt.Sprintf("write %q", whole),
			Edits:   fix.ReplacePart(e.text, syntax.Span{Start: c.Subject.End, End: a.End}, " "+whole),
		})
}
