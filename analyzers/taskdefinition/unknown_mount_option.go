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

var unknownMountOption = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "unknown-mount-option",
		Title:    "A tmpfs has a mount option that isn't one",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // documented; AWS's answer isn't known
		Since:    "0.1.0",
		Sources:  facts.TmpfsOptionsOrigin.Sources,
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			for _, t := range c.LinuxParameters.Tmpfs.Items {
				for _, option := range t.MountOptions.Items {
					checkMountOption(p, c, option)
				}
			}
		}
	},
}

func checkMountOption(p *analysis.Pass, c ecs.ContainerDefinition, option value.Value[string]) {
	text, ok := option.Get()
	name, _, _ := strings.Cut(text, "=")
	if !p.Known(option) || !ok || slices.Contains(facts.TmpfsOptions, name) {
		return
	}
	b := p.Reportf(option, "%s mounts a tmpfs with the option %q, which the API doesn't list", containerLabel(c), name)
	if similar, ok := diag.Suggest(name, facts.TmpfsOptions); ok {
		b.Help("write %q, if that is meant", similar)
	} else if name == "size" {
		b.Help(`remove it: "size" of the tmpfs gives it, in MiB`)
	} else {
		b.Help("remove it, or use one of mount(8), as in noexec")
	}
}
