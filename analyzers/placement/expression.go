package placement

import (
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/query"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/value"
)

// Pages of AWS about expressions.
const (
	languagePage   = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-query-language.html"
	constraintPage = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement-constraints.html"
	attributePage  = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Attribute.html"
	runFailurePage = "https://github.com/aws/amazon-ecs-agent/pull/3044"
)

// unsatisfied is what RunTask answers where no container instance is selected.
const unsatisfied = "MemberOf placement constraint unsatisfied."

// expression is one of a placement constraint, in the cluster query language.
type expression struct {
	text value.Value[string]
	*query.Query
}

// expressionsOf are the expressions of the pass's object that are known.
func expressionsOf(p *analysis.Pass) []expression {
	var all []expression
	for _, c := range constraintsOf(p.Object) {
		text, ok := c.expression.Get()
		if kind, _ := c.kind.Get(); p.Known(c.kind, c.expression) && ok && kind == "memberOf" {
			all = append(all, expression{c.expression, query.Parse(text)})
		}
	}
	return all
}

// in is a part of the expression as it is written.
func (e expression) in(part syntax.Span) string {
	text, _ := e.text.Get()
	return text[part.Start:part.End]
}

// asRegexp is a pattern of a shell as a regular expression; false for one that already is one.
func asRegexp(pattern string) (string, bool) {
	if !strings.Contains(pattern, "*") || strings.ContainsAny(pattern, `\[](){}|+?^$`) || strings.Contains(pattern, ".*") {
		return "", false
	}
	return strings.ReplaceAll(pattern, "*", ".*"), true
}
