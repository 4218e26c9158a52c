package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

var logRegionMismatch = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "log-region-mismatch",
		Title:    "A container logs to another Region than its image is in",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Operations,
		Severity: rules.Info,
		Since:    "0.1.0",
		Sources:  []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html"},
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			checkLogRegion(p, c)
		}
	},
}

func checkLogRegion(p *analysis.Pass, c ecs.ContainerDefinition) {
	driver, _ := c.LogConfiguration.LogDriver.Get()
	option := c.LogConfiguration.Options.Get("awslogs-region")
	region, ok := option.Get()
	image, _ := c.Image.Get()
	registry := regionRegistry.FindStringSubmatch(image)
	if driver != "awslogs" || registry == nil || !p.Known(option) || !ok || region == registry[1] {
		return
	}
	p.Reportf(option, "%s logs to %s, and its image is in %s", containerLabel(c), region, registry[1]).
		Help("check which of the two is the Region that the task runs in").
		Related(c.Image, "the image")
}
