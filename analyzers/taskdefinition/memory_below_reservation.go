package taskdefinition

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var memoryBelowReservation = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "memory-below-reservation",
		Title:     "The memory limit of a container is below what it reserves",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-container-memory-reservation"},
		AWSErrors: []string{belowReservationText("web")},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-container-memory-reservation",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			limit, _ := c.Memory.Get()
			reserved, _ := c.MemoryReservation.Get()
			if !p.Known(c.Memory, c.MemoryReservation) || limit <= 0 || reserved <= limit {
				continue
			}
			b := p.Reportf(c.Memory, "the memory limit of %s is below what it reserves: %d MiB < %d MiB", containerLabel(c), limit, reserved).
				Help(`raise "memory" to %d or more, or lower "memoryReservation"`, reserved).
				Related(c.MemoryReservation, "the reservation")
			noteRefusal(b, c, belowReservationText)
		}
	},
}

func belowReservationText(container string) string {
	return fmt.Sprintf("Invalid setting for container '%s'. 'memory' must be greater than or equal to 'memoryReservation'.", container)
}
