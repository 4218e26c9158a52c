package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var unusedFirelensRouter = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "unused-firelens-router",
		Title:     "There is a FireLens router, but no container logs through it",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{"When a firelensConfiguration object is specified, at least one container has to be configured with the awsfirelens log driver"},
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			if c.FirelensConfiguration.Absent() || c.FirelensConfiguration.Unknown() {
				continue
			}
			if sends := sendsToFirelens(p); sends.IsFalse() {
				p.Reportf(c.FirelensConfiguration, "%s is a FireLens router, but no container logs with driver awsfirelens", containerLabel(c)).
					Help(`set "logDriver": "awsfirelens" in the containers whose logs it shall take, or remove "firelensConfiguration"`)
			}
		}
	},
}

// sendsToFirelens tells whether any container logs with awsfirelens.
func sendsToFirelens(p *analysis.Pass) value.Tri {
	containers := p.TaskDefinition().ContainerDefinitions
	sends := value.TriOf(false)
	if !containers.Complete {
		sends = value.Unknown
	}
	for _, c := range containers.Items {
		sends = sends.Or(c.LogConfiguration.LogDriver.Test(func(driver string) bool { return driver == "awsfirelens" }))
	}
	return sends
}
