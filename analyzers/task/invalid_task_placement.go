package task

import (
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var invalidTaskPlacement = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "invalid-task-placement",
		Title:    "A rule for the placement of tasks says what its type doesn't take",
		Subject:  "task",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // AWS's answer is known for services only
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PlacementStrategy.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PlacementConstraint.html",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, r := range runsOf(p.Object) {
			for _, c := range r.constraints {
				checkConstraint(p, c)
			}
			for _, s := range r.strategies {
				checkPlacement(p, s)
			}
		}
	},
}

func checkConstraint(p *analysis.Pass, c constraint) {
	kind, _ := c.kind.Get()
	_, expression := c.expression.Get()
	switch {
	case !p.Known(c.kind, c.expression):
	case kind == "distinctInstance" && expression:
		p.Reportf(c.expression, "a distinctInstance constraint takes no expression").
			Help("remove the expression, or use memberOf")
	case kind == "memberOf" && !expression:
		p.Reportf(c.expression, "a memberOf constraint needs an expression").
			Help(`add one, as in "attribute:ecs.instance-type =~ t3.*"`)
	}
}

func checkPlacement(p *analysis.Pass, s placement) {
	kind, _ := s.kind.Get()
	field, ok := s.field.Get()
	switch {
	case !p.Known(s.kind, s.field) || !ok:
	case kind == "random":
		p.Reportf(s.field, "the random strategy takes no field").
			Help("remove the field, or use spread")
	case kind == "binpack" && !strings.EqualFold(field, "cpu") && !strings.EqualFold(field, "memory"):
		p.Reportf(s.field, "the binpack strategy packs by cpu or memory, and not by %q", field).
			Help("use cpu or memory")
	}
}
