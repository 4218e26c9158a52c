package rego

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/metrics"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/topdown"

	"github.com/ecslint/ecslint/rules"
)

// program is the compiled policies of one subject. It is safe for concurrent use.
type program struct {
	rules    map[string]*rules.Rule // by package name
	deadline time.Duration          // of one evaluation
	all      rego.PreparedEvalQuery
	one      map[string]func() (rego.PreparedEvalQuery, error) // by package name; prepared at first use

	readsLinks bool                       // a policy reads what the subject is linked to
	named      map[string]map[string]bool // by package name: names that stand in it; nil where it may read more than what it names
}

// reports are the members of each package's report, by package name.
type reports map[string][]any

func newProgram(files fs.FS, subject string, policies []*rules.Rule, deadline time.Duration) (*program, error) {
	compiler, written, err := compile(files, subject, policies)
	if err != nil {
		return nil, err
	}
	p := &program{
		rules:      map[string]*rules.Rule{},
		deadline:   deadline,
		one:        map[string]func() (rego.PreparedEvalQuery, error){},
		readsLinks: namesIn(slices.Collect(maps.Values(written))...)[linksKey],
		named:      map[string]map[string]bool{},
	}
	root := "data.ecslint." + subject
	for _, rule := range policies {
		name := packageName(rule.Name)
		p.rules[name] = rule
		policy, library := written[path.Join(subject, name+".rego")], libraryOf(written)
		if readsByName(policy, library) {
			p.named[name] = namesIn(append(library, policy)...)
		}
		p.one[name] = sync.OnceValues(func() (rego.PreparedEvalQuery, error) {
			return prepare(compiler, "report = "+root+"."+name+".report")
		})
	}
	p.all, err = prepare(compiler, "report = "+root+"[policy].report")
	return p, err
}

// compile gives the modules as they are written too, by the names of their files.
func compile(files fs.FS, subject string, policies []*rules.Rule) (*ast.Compiler, map[string]*ast.Module, error) {
	names, err := fs.Glob(files, "lib/*.rego")
	if err != nil {
		return nil, nil, err
	}
	for _, rule := range policies {
		names = append(names, path.Join(subject, packageName(rule.Name)+".rego"))
	}
	caps := capabilities()
	modules := map[string]*ast.Module{}
	for _, name := range names {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, nil, err
		}
		module, err := ast.ParseModuleWithOpts(name, string(text), ast.ParserOptions{Capabilities: caps, RegoVersion: ast.RegoV1})
		if err != nil {
			return nil, nil, err
		}
		modules[name] = module
	}
	compiler := ast.NewCompiler().WithStrict(true).WithCapabilities(caps)
	if compiler.Compile(modules); compiler.Failed() {
		return nil, nil, compiler.Errors
	}
	return compiler, modules, nil
}

// asked are the wanted policies, by package name.
func (p *program) asked(wanted func(rule string) bool) map[string]*rules.Rule {
	asked := map[string]*rules.Rule{}
	for name, rule := range p.rules {
		if wanted(rule.Name) {
			asked[name] = rule
		}
	}
	return asked
}

func libraryOf(modules map[string]*ast.Module) []*ast.Module {
	var library []*ast.Module
	for name, module := range modules {
		if strings.HasPrefix(name, "lib/") {
			library = append(library, module)
		}
	}
	return library
}

// prepare never sets StrictBuiltinErrors: a builtin that meets a marker is undefined, and costs no other finding.
func prepare(compiler *ast.Compiler, query string) (rego.PreparedEvalQuery, error) {
	return rego.New(rego.Query(query), rego.Compiler(compiler)).PrepareForEval(context.Background())
}

// evalAll evaluates all packages at once, where they are asked for. Where that fails, each is evaluated by itself, so that a
// broken policy costs only its own findings.
func (p *program) evalAll(ctx context.Context, input ast.Value, asked map[string]*rules.Rule) (reports, error) {
	if len(asked) < len(p.rules) {
		return p.evalEach(ctx, input, asked)
	}
	results, err := p.eval(ctx, p.all, input)
	if err == nil {
		found := reports{}
		for _, result := range results {
			name, _ := result.Bindings["policy"].(string)
			if list, ok := result.Bindings["report"].([]any); ok && p.rules[name] != nil {
				found[name] = list
			}
		}
		return found, nil
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	return p.evalEach(ctx, input, p.rules)
}

// evalEach evaluates the packages named by the keys of names.
func (p *program) evalEach(ctx context.Context, input ast.Value, names map[string]*rules.Rule) (reports, error) {
	found := reports{}
	var failures []error
	for _, name := range slices.Sorted(maps.Keys(names)) {
		list, err := p.evalOne(ctx, input, name)
		if err != nil {
			failures = append(failures, fmt.Errorf("policy %s: %w", p.rules[name].Name, err))
			continue
		}
		found[name] = list
	}
	return found, errors.Join(failures...)
}

func (p *program) evalOne(ctx context.Context, input ast.Value, name string) ([]any, error) {
	query, err := p.one[name]()
	if err != nil {
		return nil, err
	}
	results, err := p.eval(ctx, query, input)
	if err != nil || len(results) == 0 {
		return nil, err
	}
	list, _ := results[0].Bindings["report"].([]any)
	return list, nil
}

func (p *program) eval(ctx context.Context, query rego.PreparedEvalQuery, input ast.Value) (rego.ResultSet, error) {
	stop := topdown.NewCancel()
	defer time.AfterFunc(p.deadline, stop.Cancel).Stop()
	defer context.AfterFunc(ctx, stop.Cancel)()
	results, err := query.Eval(ctx, rego.EvalParsedInput(input), rego.EvalExternalCancel(stop), rego.EvalMetrics(metrics.NoOp()))
	if err != nil && ctx.Err() == nil && stop.Cancelled() {
		return nil, fmt.Errorf("stopped after %s", p.deadline)
	}
	return results, err
}
