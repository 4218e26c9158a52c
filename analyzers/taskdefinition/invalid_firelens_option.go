package taskdefinition

import (
	"maps"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var invalidFirelensOption = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "invalid-firelens-option",
		Title:    "A FireLens router has an option that FireLens doesn't read",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // documented; AWS's answer isn't known
		Since:    "0.1.0",
		Sources:  facts.FireLensOptionsOrigin.Sources,
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			for _, o := range c.FirelensConfiguration.Options.Entries {
				checkFireLensOption(p, c, o)
			}
		}
	},
}

func checkFireLensOption(p *analysis.Pass, c ecs.ContainerDefinition, o value.Entry) {
	text, ok := o.Value.Get()
	if o.Value.Absent() || syntax.HasPlaceholder(o.Key) {
		return
	}
	values, known := facts.FireLensOptions[o.Key]
	switch {
	case !known:
		names := slices.Sorted(maps.Keys(facts.FireLensOptions))
		b := p.Reportf(o.Value, "the log router %s has the option %q, which FireLens doesn't know", containerLabel(c), o.Key)
		if similar, found := diag.Suggest(o.Key, names); found {
			b.Help("write %q", similar)
		} else {
			b.Help("use %s; options of the output belong in the logConfiguration of the other containers", strings.Join(names, ", "))
		}
	case values != nil && p.Known(o.Value) && ok && !slices.Contains(values, text):
		p.Reportf(o.Value, "the log router %s has %s %q: it is one of %s", containerLabel(c), o.Key, text, strings.Join(values, ", ")).
			Help("write one of them, in lower case")
	}
}
