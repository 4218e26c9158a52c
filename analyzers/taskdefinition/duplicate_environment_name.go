package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/fix"
	"github.com/ecslint/ecslint/rules"
)

var duplicateEnvironmentName = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "duplicate-environment-name",
		Title:    "An environment variable is given twice",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources: []string{
			"https://github.com/metaps/genova/issues/295",
			"proof: a process has one value for a name",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			variables := map[string]ecs.KeyValuePair{}
			for _, e := range c.Environment.Items {
				name, ok := e.Name.Get()
				if !p.Known(e.Name) || !ok {
					continue
				}
				if first, ok := variables[name]; ok {
					reportSecondVariable(p, c, first, e)
					continue
				}
				variables[name] = e
			}
		}
	},
}

func reportSecondVariable(p *analysis.Pass, c ecs.ContainerDefinition, first, second ecs.KeyValuePair) {
	name, _ := second.Name.Get()
	b := p.Reportf(second.Name, "environment variable %q is given twice in %s", name, containerLabel(c)).
		Help("keep the one that is meant").
		Related(first.Name, "the first of this name")
	before, ok := first.Value.Get()
	if after, known := second.Value.Get(); ok && known && before == after {
		b.Severity(rules.Info). // nothing is lost
					Fix(diag.Fix{Message: "remove the second of the two", Safe: true, Edits: fix.Remove(second)})
		return
	}
	b.Note("The container sees one of the two values; by a report that is the later one.")
}
