package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/rules"
)

var fargateFileLimit = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "fargate-file-limit",
		Title:    "A container on Fargate may open more files than Fargate allows",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // documented
		Since:    "0.1.0",
		Sources:  facts.FargateFilesOrigin.Sources,
	},
	Run: func(p *analysis.Pass) {
		fargate := askFargate(p)
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			for _, u := range c.Ulimits.Items {
				limit, _ := u.HardLimit.Get()
				if name, ok := u.Name.Get(); !ok || name != "nofile" || !p.Known(u.HardLimit) || limit <= facts.FargateFilesMost || !fargate.applies() {
					continue
				}
				p.Reportf(u.HardLimit, "%s has a limit of %d open files: on Fargate it can be %d; %s", containerLabel(c), limit, facts.FargateFilesMost, fargate.because).
					Help("set a lower limit")
			}
		}
	},
}
