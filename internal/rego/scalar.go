package rego

import (
	"encoding/json"
	"math"
	"regexp"
	"strconv"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/syntax"
)

// scalar encodes a scalar as the API would have it: some formats write numbers and booleans for texts, others
// texts for them. It is nil for what isn't known.
func scalar(n *syntax.Node, as ecs.Kind) *ast.Term {
	text := n.String()
	switch n.Kind {
	case syntax.Null:
		return ast.NullTerm()
	case syntax.Number, syntax.Bool:
		if as == ecs.KindString || as == ecs.KindEnum || as == ecs.KindMap {
			return ast.StringTerm(text)
		}
	}
	switch {
	case n.Kind == syntax.Bool, n.Kind == syntax.String && as == ecs.KindBoolean && isBool(text):
		return ast.BooleanTerm(strings.EqualFold(text, "true"))
	case n.Kind == syntax.Number, n.Kind == syntax.String && isNumeric(as):
		if number, ok := numberOf(text); ok {
			return ast.NumberTerm(number)
		}
	}
	if n.Kind == syntax.String {
		return ast.StringTerm(text)
	}
	return nil
}

func isBool(text string) bool {
	return strings.EqualFold(text, "true") || strings.EqualFold(text, "false")
}

func isNumeric(as ecs.Kind) bool { return as == ecs.KindInteger || as == ecs.KindFloat }

var shortInteger = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,30})$`)

// numberOf is a number that the engine can take: one like 1e400000 would fail the whole evaluation.
func numberOf(text string) (json.Number, bool) {
	if shortInteger.MatchString(text) {
		return json.Number(text), true
	}
	f, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsInf(f, 0) || math.IsNaN(f) {
		return "", false
	}
	return json.Number(strconv.FormatFloat(f, 'g', -1, 64)), true
}
