package engine

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

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
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

// analyze runs all rules over the objects of all reported files.
func (e *run) analyze(ctx context.Context, units []*unit) {
	linkFiles(units)
	var all, objects []*ecs.Object
	closed := map[*source.File]*ecs.Project{}
	for _, u := range units {
		switch {
		case u.isTemplate:
		case u.result.Closed:
			closed[u.file] = ecs.NewProject(u.result.Objects)
		default:
			all = append(all, u.result.Objects...)
		}
		if !u.reported {
			continue
		}
		e.result.Objects = append(e.result.Objects, u.result.Objects...)
		e.result.Files = append(e.result.Files, u.summary())
		e.reportProblems(u)
		if !u.isTemplate {
			objects = append(objects, u.result.Objects...)
		}
	}
	if e.Fleet != "" {
		all = slices.DeleteFunc(all, func(o *ecs.Object) bool { return o.Type == ecs.TypeFleet && o.File.Path != e.Fleet })
	}
	whole := ecs.NewProject(all)
	fed := schema.FedFiles(all)
	e.parallel(len(objects), func(i int) {
		if ctx.Err() == nil {
			o := objects[i]
			v := &verdict{}
			e.judge(ctx, subject{object: o, label: o.Label(), project: cmp.Or(closed[o.File], whole), fedTo: fed[o.File], encoded: rego.Encoded{}}, everything, v)
			e.report(v.findings...)
			e.undecided(v.undecided...)
		}
	})
}

// subject is an object with what it is judged beside.
type subject struct {
	object  *ecs.Object
	label   string // the object's
	project *ecs.Project
	fedTo   string // the operation of a call in sight that sends its text to AWS; "" for none
	shapes  shapes // nil for an object that is judged once
	encoded rego.Encoded
}

// verdict is what rules say of an object.
type verdict struct {
	findings  []diag.Diagnostic
	undecided []Undecided
}

func (v *verdict) undecide(rule, label string, places []*value.Place) {
	for _, p := range places {
		v.undecided = append(v.undecided, Undecided{rule, p.Range(), label, p.At()})
	}
}

// everything wants every rule.
func everything(string) bool { return true }

// judge runs the wanted rules that are on over one object, and adds what they say to a verdict.
func (e *run) judge(ctx context.Context, s subject, wanted func(rule string) bool, v *verdict) {
	said := len(v.findings)
	pass := &analysis.Pass{Object: s.object, Project: s.project, Today: e.Today}
	for _, a := range e.analyzersFor(s.object.Type) {
		if wanted(a.Rule.Name) {
			e.runAnalyzer(v, a, pass, s.label)
		}
	}
	if e.wantsAny(rules.Schema, wanted) {
		e.runSchema(v, s)
	}
	if e.wantsAny(rules.Rego, wanted) {
		e.runPolicies(ctx, v, s, wanted)
	}
	for _, p := range s.object.Problems {
		d := problemFinding(p)
		d.Object = s.label
		v.findings = append(v.findings, d)
	}
	for i := range v.findings[said:] {
		v.findings[said+i].Reword(func(text string) string { return s.object.Reworded(text, s.project.Objects) })
	}
}

// analyzersFor are the analyzers for a type of objects that are on.
func (e *run) analyzersFor(t ecs.Type) []*analysis.Analyzer {
	if list, ok := e.on.Load(t); ok {
		return list.([]*analysis.Analyzer)
	}
	on := slices.DeleteFunc(analyzers.For(t), func(a *analysis.Analyzer) bool { return !e.Rules[a.Rule.Name] })
	e.on.Store(t, on)
	return on
}

// wantsAny reports that a rule of an engine that judges an object as a whole is on and wanted.
func (e *run) wantsAny(engine rules.Engine, wanted func(rule string) bool) bool {
	return slices.ContainsFunc(byEngine()[engine], func(rule string) bool { return e.Rules[rule] && wanted(rule) })
}

var byEngine = sync.OnceValue(func() map[rules.Engine][]string {
	names := map[rules.Engine][]string{}
	for _, r := range catalog.All() {
		names[r.Engine] = append(names[r.Engine], r.Name)
	}
	return names
})

func (e *run) runAnalyzer(v *verdict, a *analysis.Analyzer, pass *analysis.Pass, label string) {
	defer e.survive(pass.Object, "rule", a.Rule.Name)
	pass.Run(a)
	v.findings = append(v.findings, pass.Findings()...)
	v.undecide(a.Rule.Name, label, pass.UndecidedPlaces())
}

func (e *run) runPolicies(ctx context.Context, v *verdict, s subject, wanted func(rule string) bool) {
	const policies = "policies"
	defer e.survive(s.object, "the policies")
	links := rego.Links{TaskDefinition: s.project.TaskDefinitionOf(s.object)}
	findings, undecided, err := e.rego.Evaluate(ctx, s.object, links, wanted, s.encoded)
	if err != nil && ctx.Err() == nil {
		e.broken("the policies", s.object, err)
	}
	v.findings = append(v.findings, findings...)
	v.undecide(policies, s.label, undecided)
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

// sameFinding reports one finding that was made twice: a script and the file that it registers hold the same object.
func sameFinding(a, b diag.Diagnostic) bool {
	return a.Rule == b.Rule && a.Range == b.Range && a.Message == b.Message
}

// distinct sorts places, and keeps each once.
func distinct(places []Undecided) []Undecided {
	slices.SortFunc(places, compareUndecided)
	return slices.CompactFunc(places, func(a, b Undecided) bool { return compareUndecided(a, b) == 0 })
}

// compareUndecided orders places as findings are.
func compareUndecided(a, b Undecided) int {
	return cmp.Or(
		strings.Compare(a.Range.File.Name, b.Range.File.Name),
		cmp.Compare(a.Range.Start, b.Range.Start),
		strings.Compare(a.At, b.At),
		strings.Compare(a.Rule, b.Rule),
	)
}
