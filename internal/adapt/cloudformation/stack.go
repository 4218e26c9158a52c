package cloudformation

import (
	"strings"

	"github.com/ecslint/ecslint/internal/syntax"
)

// Load reads the template of a nested stack that a resource names by a local path; nil where it can't.
type Load func(from *Template, path string) *Template

const (
	stackKind = "AWS::CloudFormation::Stack"
	maxNested = 8 // stacks in stacks
)

// stack is the evaluator of a nested stack; nil where its template can't be read. What the stack gives it are its
// parameters; those that it leaves out have their defaults.
func (e *evaluator) stack(r *resource) *evaluator {
	if inner, done := e.nested[r.id]; done {
		return inner
	}
	e.nested[r.id] = nil
	url := r.properties.Get("TemplateURL")
	if url == nil || e.env.load == nil || strings.Count(e.scope, scopeEnd) >= maxNested {
		return nil
	}
	path := e.eval(url)
	if path.Kind != syntax.String || strings.Contains(path.String(), "://") {
		return nil
	}
	t := e.env.load(e.t, path.String())
	if t == nil {
		return nil
	}
	env := t.environment(Given{Defaults: true}, assignment{}, Choice{})
	env.load = e.env.load
	if parameters := r.properties.Get("Parameters"); parameters != nil {
		for _, m := range e.eval(parameters).Members {
			env.values[m.Key.String()] = m.Value
		}
	}
	inner := newEvaluator(t, env, e.scope+r.id+scopeEnd)
	e.nested[r.id] = inner
	return inner
}

// scopeEnd stands between the id of a nested stack and that of a resource in it.
const scopeEnd = "/"

// output is what a nested stack gives back; nil where it can't be told.
func (e *evaluator) output(r *resource, name string) *syntax.Node {
	e.asked = true // the stack has an environment of its own
	inner := e.stack(r)
	if inner == nil || e.depth >= maxDepth {
		return nil
	}
	v := inner.t.outputs.Get(name, "Value")
	if v == nil {
		return nil
	}
	return inner.eval(v)
}
