package engine

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/ecslint/ecslint/analyzers"
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/catalog"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/fix"
	"github.com/ecslint/ecslint/internal/rego"
	"github.com/ecslint/ecslint/internal/schema"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/json"
	"github.com/ecslint/ecslint/rules"
)

// analyze runs all rules over the objects of all reported files.
func (e *run) analyze(ctx context.Context, units []*unit) {
	linkFiles(units)
	var all []*ecs.Object
	closed := map[*source.File]*ecs.Project{}
	for _, u := range units {
		if u.result.Closed {
			closed[u.file] = ecs.NewProject(u.result.Objects)
		} else {
			all = append(all, u.result.Objects...)
		}
		if !u.reported {
			continue
		}
		e.result.Objects = append(e.result.Objects, u.result.Objects...)
		e.result.Files = append(e.result.Files, u.summary())
		e.reportProblems(u)
	}
	whole := ecs.NewProject(all)
	objects := e.result.Objects
	fed := schema.FedFiles(all)
	e.parallel(len(objects), func(i int) {
		if ctx.Err() != nil {
			return
		}
		project := cmp.Or(closed[objects[i].File], whole)
		for _, a := range analyzers.For(objects[i].Type) {
			if e.Rules[a.Rule.Name] {
				e.runAnalyzer(a, objects[i], project)
			}
		}
		e.runSchema(objects[i], fed)
		e.runPolicies(ctx, objects[i], project)
	})
}

func (e *run) runAnalyzer(a *analysis.Analyzer, o *ecs.Object, project *ecs.Project) {
	defer e.survive("rule "+a.Rule.Name, o)
	pass := analysis.NewPass(a, o, project)
	a.Run(pass)
	e.report(pass.Findings()...)
	e.undecided(a.Rule.Name, o, pass.UndecidedPlaces())
}

func (e *run) runPolicies(ctx context.Context, o *ecs.Object, project *ecs.Project) {
	const policies = "policies"
	defer e.survive("the policies", o)
	links := rego.Links{TaskDefinition: project.TaskDefinitionOf(o)}
	findings, undecided, err := e.rego.Evaluate(ctx, o, links)
	if err != nil && ctx.Err() == nil {
		e.broken("the policies", o, err)
	}
	e.report(findings...)
	e.undecided(policies, o, undecided)
}

func (e *run) reportProblems(u *unit) {
	saved := len(u.result.Objects) > 0 && !slices.ContainsFunc(u.result.Objects, func(o *ecs.Object) bool { return !o.Output })
	for _, p := range slices.Concat(u.problems, u.result.Problems) {
		d := problemFinding(p)
		if saved && d.Rule != json.SyntaxError {
			d.Severity = rules.Warning // output that someone kept is not fed to the AWS CLI
		}
		e.report(d)
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
	d := diag.Diagnostic{
		Rule: p.Rule, Severity: rule.Severity, Message: p.Message, Help: p.Help, Range: p.Range, Fixes: fix.OfProblem(p),
	}
	if !p.Related.IsZero() {
		d.Related = []diag.Related{{Range: p.Related, Message: "the first one"}}
	}
	return d
}

// keepOwnFixes drops fixes that would change another file than the one that the finding is in.
func keepOwnFixes(d *diag.Diagnostic) {
	d.Fixes = slices.DeleteFunc(d.Fixes, func(f diag.Fix) bool {
		return slices.ContainsFunc(f.Edits, func(e source.Edit) bool { return e.Range.File != d.File() })
	})
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
