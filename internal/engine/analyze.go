package engine

import (
	"context"
	"fmt"
	"slices"

	"github.com/ecslint/ecslint/analyzers"
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/catalog"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/rego"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

// analyze runs all rules over the objects of all reported files.
func (e *run) analyze(ctx context.Context, units []*unit) {
	var all []*ecs.Object
	for _, u := range units {
		all = append(all, u.result.Objects...)
		if !u.reported {
			continue
		}
		e.result.Objects = append(e.result.Objects, u.result.Objects...)
		e.result.Files = append(e.result.Files, File{Name: u.name, Named: u.named, Objects: len(u.result.Objects), Why: u.result.Why, Format: u.result.Format()})
		e.reportProblems(u)
	}
	project := ecs.NewProject(all)
	objects := e.result.Objects
	e.parallel(len(objects), func(i int) {
		for _, a := range analyzers.For(objects[i].Type) {
			if e.Rules[a.Rule.Name] {
				e.runAnalyzer(a, objects[i], project)
			}
		}
		e.runPolicies(ctx, objects[i], project)
	})
}

func (e *run) runAnalyzer(a *analysis.Analyzer, o *ecs.Object, project *ecs.Project) {
	defer e.survive(a.Rule.Name, o)
	pass := analysis.NewPass(a, o, project)
	a.Run(pass)
	e.report(pass.Findings()...)
	e.undecided(a.Rule.Name, o, pass.UndecidedPlaces())
}

func (e *run) runPolicies(ctx context.Context, o *ecs.Object, project *ecs.Project) {
	const policies = "policies"
	defer e.survive(policies, o)
	links := rego.Links{TaskDefinition: project.TaskDefinitionOf(o)}
	findings, undecided, err := e.rego.Evaluate(ctx, o, links)
	if err != nil {
		e.broken("the policies", o, err)
	}
	e.report(findings...)
	e.undecided(policies, o, undecided)
}

// survive turns a panic of a rule into one finding; the others go on.
func (e *run) survive(rule string, o *ecs.Object) {
	if p := recover(); p != nil {
		e.broken("rule "+rule, o, fmt.Errorf("%v", p))
	}
}

func (e *run) broken(what string, o *ecs.Object, err error) {
	e.report(diag.Diagnostic{
		Rule: "internal-error", Severity: rules.Error, Range: value.Root(o.Root).Range(), Object: o.Label(),
		Message: what + " failed on this object: a bug of ecslint, please report it",
	})
	e.fail(o.File.Name, fmt.Errorf("%s failed: %w", what, err))
}

func (e *run) reportProblems(u *unit) {
	for _, p := range slices.Concat(u.problems, u.result.Problems) {
		e.report(problemFinding(p))
	}
	for _, ref := range u.result.References {
		if ref.Why != "" {
			e.report(problemFinding(syntax.Problem{
				Rule: "unread-reference", Range: ref.Range,
				Message: fmt.Sprintf("%q is not read: it %s", ref.Name, ref.Why),
			}))
		}
	}
}

func problemFinding(p syntax.Problem) diag.Diagnostic {
	rule, _ := catalog.Find(p.Rule)
	d := diag.Diagnostic{Rule: p.Rule, Severity: rule.Severity, Message: p.Message, Help: p.Help, Range: p.Range}
	if !p.Related.IsZero() {
		d.Related = []diag.Related{{Range: p.Related, Message: "the first one"}}
	}
	return d
}

// supersede drops a finding where a stronger rule spoke of the same node.
func supersede(findings []diag.Diagnostic) []diag.Diagnostic {
	type spot struct {
		rule string
		at   source.Range
	}
	weaker := map[spot]bool{}
	for _, d := range findings {
		rule, _ := catalog.Find(d.Rule)
		for _, name := range rule.Supersedes {
			weaker[spot{name, d.Range}] = true
		}
	}
	return slices.DeleteFunc(findings, func(d diag.Diagnostic) bool { return weaker[spot{d.Rule, d.Range}] })
}

// sameFinding reports one finding that was made twice: a script and the file that it registers hold the same object.
func sameFinding(a, b diag.Diagnostic) bool {
	return a.Rule == b.Rule && a.Range == b.Range && a.Message == b.Message
}

func undecidedKey(u Undecided) string {
	return fmt.Sprintf("%s\x00%09d\x00%s\x00%s", u.Range.File.Name, u.Range.Start, u.At, u.Rule)
}
