package scripts

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

// environment is the variables that are set around a script: nil for one whose value isn't known.
type environment map[string]*syntax.Node

// with is the environment with more variables; those with a placeholder become unknown.
func (e environment) with(more *syntax.Node) environment {
	out := environment{}
	maps.Copy(out, e)
	if more == nil {
		return out
	}
	if more.Kind != syntax.Object || more.Incomplete {
		for name := range out {
			out[name] = nil
		}
	}
	for _, m := range more.Members {
		out[m.Key.String()] = constant(m.Value)
	}
	return out
}

// without is the environment in which a script may have set variables for those behind it.
func (e environment) without(changed func(name string) bool) environment {
	out := environment{}
	for name, value := range e {
		if changed(name) {
			value = nil
		}
		out[name] = value
	}
	return out
}

// constant is the node of a value that is known as it is written; nil for others.
func constant(n *syntax.Node) *syntax.Node {
	if n == nil || n.Tag != "" || n.Kind != syntax.String && n.Kind != syntax.Number && n.Kind != syntax.Bool {
		return nil
	}
	if s := n.String(); strings.ContainsAny(s, "'$") || syntax.HasPlaceholder(s) {
		return nil
	}
	return n
}

var variableName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`)

// assign writes assignments of the variables that a script names.
func (e environment) assign(b *source.Builder, script string) {
	for _, name := range slices.Sorted(maps.Keys(e)) {
		value := e[name]
		if value == nil || !variableName.MatchString(name) || !strings.Contains(script, name) {
			continue
		}
		b.PutRange(name+"='", value.Range.Head())
		b.Raw(value.Text)
		b.PutRange("'\n", value.Range.Tail())
	}
}

var (
	envExpression = regexp.MustCompile(`\$\{\{\s*env\.([A-Za-z_][A-Za-z0-9_]*)\s*\}\}`)
	plainWord     = regexp.MustCompile(`^[A-Za-z0-9_./:@=,+-]*$`)
)

// expand puts known variables in the place of GitHub's ${{ env.NAME }}. Each byte of a value stands for the whole
// expression.
func (e environment) expand(t source.Text) source.Text {
	s := t.String()
	if !strings.Contains(s, "env.") {
		return t
	}
	var b source.Builder
	at := 0
	for _, m := range envExpression.FindAllStringSubmatchIndex(s, -1) {
		value := e[s[m[2]:m[3]]]
		if value == nil || !plainWord.MatchString(value.String()) {
			continue
		}
		b.Raw(t.Slice(at, m[0]))
		place := t.Range(m[0], m[1])
		for i := range value.String() {
			b.PutRange(value.String()[i:i+1], place)
		}
		at = m[1]
	}
	if at == 0 {
		return t
	}
	b.Raw(t.Slice(at, len(s)))
	return b.Text()
}

// value is the node that an input of an action stands for: where it is one variable, what the variable was set to.
func (e environment) value(n *syntax.Node) *syntax.Node {
	if m := envExpression.FindStringSubmatch(strings.TrimSpace(n.String())); m != nil && m[0] == strings.TrimSpace(n.String()) {
		if value := e[m[1]]; value != nil {
			return value.Clone()
		}
	}
	return n
}
