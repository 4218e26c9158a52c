package taskdefinition

import (
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var unknownCapability = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "unknown-capability",
		Title:    "A container names a Linux capability that isn't one",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // documented; AWS's answer isn't known
		Since:    "0.1.0",
		Sources:  facts.CapabilitiesOrigin.Sources,
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			for _, name := range slices.Concat(c.LinuxParameters.Capabilities.Add.Items, c.LinuxParameters.Capabilities.Drop.Items) {
				if text, ok := name.Get(); p.Known(name) && ok && !slices.Contains(facts.Capabilities, text) {
					reportCapability(p, c, name, text)
				}
			}
		}
	},
}

func reportCapability(p *analysis.Pass, c ecs.ContainerDefinition, at value.Value[string], name string) {
	b := p.Reportf(at, "%s names the capability %q, which the API doesn't list", containerLabel(c), name)
	bare := strings.TrimPrefix(strings.ToUpper(name), "CAP_")
	if slices.Contains(facts.Capabilities, bare) {
		b.Help("write %q: in capitals, without CAP_", bare)
	} else if similar, ok := diag.Suggest(bare, facts.Capabilities); ok {
		b.Help("write %q, if that is meant", similar)
	} else {
		b.Help("use a name of capabilities(7), without CAP_")
	}
}
