package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

const (
	essentialEndsText = "A dependency container with SUCCESS or COMPLETE condition cannot be an essential container"
	noHealthCheckText = "A dependency container with HEALTHY condition must have health check configured"
)

var invalidDependencyCondition = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "invalid-dependency-condition",
		Title:    "A container waits for another in a way that the other can't fulfil",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Error,
		Since:    "0.1.0",
		Aliases: []string{
			"cdk-preflight:ecs-dependson-complete-on-essential",
			"cdk-preflight:ecs-dependson-healthy-without-healthcheck",
		},
		AWSErrors: []string{essentialEndsText, noHealthCheckText},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-dependson-complete-on-essential",
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-dependson-healthy-without-healthcheck",
			"https://github.com/boto/boto3/issues/2436",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html",
		},
	},
	Run: func(p *analysis.Pass) {
		graph := newDependencyGraph(p.TaskDefinition().ContainerDefinitions.Items)
		for from, c := range graph.containers {
			for _, d := range c.DependsOn.Items {
				name, _ := d.ContainerName.Get()
				for _, to := range graph.named[name] {
					if p.Known(d.Condition) && to != from { // a container that waits for itself has a finding of its own
						checkDependencyCondition(p, c, d, graph.containers[to])
					}
				}
			}
		}
	},
}

func checkDependencyCondition(p *analysis.Pass, c ecs.ContainerDefinition, d ecs.ContainerDependency, target ecs.ContainerDefinition) {
	switch condition, _ := d.Condition.Get(); condition {
	case "COMPLETE", "SUCCESS":
		if essential, _ := target.Essential.Or(true); p.Known(target.Essential) && essential {
			p.Reportf(d.Condition, "%s waits for the end of %s, which is essential: its end is the end of the task", containerLabel(c), containerLabel(target)).
				Help(`set "essential": false for the container that ends, or wait for START or HEALTHY`).
				Note("AWS refuses it: %q", essentialEndsText).
				Related(essentialPlace(target), "essential, as it doesn't say otherwise")
		}
	case "HEALTHY":
		if check := target.HealthCheck; check.Absent() {
			p.Reportf(d.Condition, "%s waits until %s is healthy, which has no health check", containerLabel(c), containerLabel(target)).
				Help(`add "healthCheck" to the container that is waited for, or wait for START`).
				Note("AWS refuses it: %q", noHealthCheckText).
				Note("A HEALTHCHECK of the image doesn't count: ECS doesn't read it.").
				Related(target.Name, "the container without a health check")
		} else {
			p.Known(check)
		}
	}
}

func essentialPlace(c ecs.ContainerDefinition) value.Located {
	if c.Essential.Absent() {
		return c.Name
	}
	return c.Essential
}
