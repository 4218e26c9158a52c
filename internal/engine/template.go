package engine

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/ecslint/ecslint/internal/adapt/cloudformation"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/rego"
	"github.com/ecslint/ecslint/internal/secret"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/yaml"
)

// readTemplate takes the file for a template, if it is one with something of ECS in it.
func (u *unit) readTemplate() {
	if u.result.Tree == nil || !cloudformation.IsTemplate(u.result.Tree) {
		return
	}
	t := cloudformation.Parse(u.file, u.result.Tree)
	if len(t.Types()) == 0 {
		u.result.Why = "a CloudFormation template without ECS"
		return
	}
	u.template, u.isTemplate, u.result.Why = t, true, ""
}

// readAsYAML reads a template in JSON that isn't quite JSON as CloudFormation does, which takes all templates for YAML.
func (u *unit) readAsYAML() {
	if roots, problems := yaml.Parse(u.file.Text()); len(roots) == 1 && len(problems) == 0 {
		u.result.Tree, u.result.Problems = roots[0], nil
		u.readTemplate()
	}
}

// judgeTemplate judges the objects of a template in every world of its conditions.
func (e *run) judgeTemplate(ctx context.Context, u *unit) {
	defer e.surviveFile(u)
	worlds, complete := u.template.Worlds(e.Given)
	m := &merged{}
	known, encoded, masked := shapes{}, rego.Encoded{}, map[string]*syntax.Node{}
	for _, w := range worlds {
		j := &worldJudge{run: e, ctx: ctx, world: w, load: e.nestedTemplates(u), shapes: known, encoded: encoded, masked: masked}
		m.add(w, j.judge())
	}
	u.result.Objects = m.objects()
	if e.OneWorld && len(m.told) > 0 {
		u.result.Objects = m.told[0].objects
	}
	u.finish()
	if e.Forget {
		u.forget()
	}
	e.report(m.findings()...)
	e.undecided(m.undecided...)
	if !complete {
		e.undecided(Undecided{Rule: "conditions", Range: u.file.Whole().Head(), At: fmt.Sprintf("beyond %d combinations", len(worlds))})
	}
}

// forget drops the trees of a template that was judged: those of thousands fill the memory.
func (u *unit) forget() {
	for i, o := range u.result.Objects {
		u.result.Objects[i] = &ecs.Object{Type: o.Type, Format: o.Format, File: o.File, Origin: o.Origin}
	}
	u.result.Tree, u.masked, u.template = nil, nil, nil
}

// nestedTemplates reads the templates of nested stacks by their local paths.
func (e *run) nestedTemplates(u *unit) cloudformation.Load {
	return func(from *cloudformation.Template, name string) *cloudformation.Template {
		beside := &unit{candidate: candidate{path: from.File.Path, root: u.root}}
		found, _ := e.lookUp(beside, filepath.FromSlash(name))
		if len(found) != 1 {
			return nil
		}
		inner := e.open(candidate{name: e.shown(found[0]), path: found[0], root: u.root})
		tree := parseDocument(inner.file) // its own unit may have forgotten what it read
		if tree == nil || !cloudformation.IsTemplate(tree) {
			return nil
		}
		return cloudformation.Parse(inner.file, tree)
	}
}

// worldJudge judges the objects of one world.
type worldJudge struct {
	*run
	ctx   context.Context
	world *cloudformation.World
	load  cloudformation.Load
	shapes
	encoded rego.Encoded
	first   map[string]*ecs.Object  // the objects that the findings were made in, by label
	masked  map[string]*syntax.Node // roots by the object's id
}

// told is what is said of one world.
type told struct {
	objects []*ecs.Object
	verdict verdict
}

// judge says what holds in the world whatever its parameters are, and what holds with their defaults.
func (j *worldJudge) judge() told {
	first := j.world.Evaluate(cloudformation.Choice{}, j.load)
	j.mask(first.Objects)
	said := told{objects: first.Objects}
	v := j.under(first.Objects, everythingOf)
	said.verdict.undecided = v.undecided
	open := v.findings
	choices, complete := j.world.Choices(first.Chosen)
	if len(open) == 0 || len(first.Assumed) == 0 && len(choices) == 1 {
		said.verdict.findings = open
		return said
	}
	j.first = byLabel(first.Objects)
	certain := j.found(cloudformation.Choice{Blank: true}, open)
	for _, d := range open {
		if certain[keyOf(d)] {
			said.verdict.findings = append(said.verdict.findings, d)
		}
	}
	open = slices.DeleteFunc(open, func(d diag.Diagnostic) bool { return certain[keyOf(d)] })
	if !complete {
		return said // too many to look at: nothing is said
	}
	said.verdict.findings = append(said.verdict.findings, j.assumed(open, choices, first.Assumed)...)
	return said
}

// mask marks what the template's own tree doesn't show to be a secret: a parameter's default, where it is used as one.
func (j *worldJudge) mask(objects []*ecs.Object) {
	for _, o := range objects {
		if o.Type != ecs.TypeResource && !syntax.Identical(j.masked[o.Origin.ID], o.Root) {
			secret.Mask(o.Root)
			j.masked[o.Origin.ID] = o.Root
		}
	}
}

// assumed are the findings that hold for all allowed values. Those that need a default are said one severity lower.
func (j *worldJudge) assumed(open []diag.Diagnostic, choices []cloudformation.Choice, defaults []string) []diag.Diagnostic {
	firm := map[findingKey]bool{}
	for _, d := range open {
		firm[keyOf(d)] = true
	}
	for _, c := range choices {
		if len(open) == 0 {
			return nil
		}
		found := j.found(c, open)
		open = slices.DeleteFunc(open, func(d diag.Diagnostic) bool { return !found[keyOf(d)] })
		c.Without = defaults
		without := j.found(c, open)
		for key := range firm {
			firm[key] = firm[key] && without[key]
		}
	}
	for i, d := range open {
		if !firm[keyOf(d)] {
			open[i] = lowered(d, j.needed(d, choices[0], defaults))
		}
	}
	return open
}

// needed are the defaults without which there is no finding; all of them where it is not one alone.
func (j *worldJudge) needed(d diag.Diagnostic, c cloudformation.Choice, defaults []string) []string {
	var needed []string
	for _, name := range defaults {
		c.Without = []string{name}
		if !j.found(c, []diag.Diagnostic{d})[keyOf(d)] {
			needed = append(needed, name)
		}
	}
	if len(needed) == 0 {
		return defaults
	}
	return needed
}

// found tells which of some findings are made under a choice.
func (j *worldJudge) found(c cloudformation.Choice, of []diag.Diagnostic) map[findingKey]bool {
	found := map[findingKey]bool{}
	if len(of) == 0 {
		return found
	}
	objects := j.world.Evaluate(c, j.load).Objects
	after := byLabel(objects)
	var asked []diag.Diagnostic
	for _, d := range of {
		if after[d.Object] != nil && j.rego.Holds(d, j.first[d.Object], after[d.Object]) {
			found[keyOf(d)] = true
		} else {
			asked = append(asked, d)
		}
	}
	if len(asked) == 0 {
		return found
	}
	wanted := func(object, rule string) bool {
		return slices.ContainsFunc(asked, func(d diag.Diagnostic) bool { return d.Object == object && (rule == "" || d.Rule == rule) })
	}
	for _, d := range j.under(objects, wanted).findings {
		found[keyOf(d)] = true
	}
	return found
}

func byLabel(objects []*ecs.Object) map[string]*ecs.Object {
	index := map[string]*ecs.Object{}
	for _, o := range objects {
		index[o.Label()] = o
	}
	return index
}

func everythingOf(_, _ string) bool { return true }

// under judges objects that exist beside each other, those of ECS. A rule "" asks for the object.
func (j *worldJudge) under(objects []*ecs.Object, wanted func(object, rule string) bool) verdict {
	var all verdict
	project := ecs.NewProject(slices.Concat(objects, j.fleets))
	for _, o := range objects {
		label := o.Label()
		if j.ctx.Err() != nil || o.Type == ecs.TypeResource || !wanted(label, "") {
			continue
		}
		s := subject{object: o, label: label, project: project, shapes: j.shapes, encoded: j.encoded}
		j.run.judge(j.ctx, s, func(rule string) bool { return wanted(label, rule) }, &all)
	}
	return all
}
