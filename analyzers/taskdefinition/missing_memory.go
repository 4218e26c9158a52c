package taskdefinition

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var missingMemory = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "missing-memory",
		Title:     "Neither the task nor a container has memory",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-container-memory-required"},
		AWSErrors: []string{noMemoryText("web")},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-container-memory-required",
			"https://github.com/sil-org/ecs-deploy/issues/59",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html",
		},
	},
	Run: func(p *analysis.Pass) {
		td := p.TaskDefinition()
		if td.Memory.Unknown() || !td.Memory.Absent() || !memoryIsForContainers(p) {
			return
		}
		for _, c := range td.ContainerDefinitions.Items {
			if !isUnsetSize(p, c.Memory) || !isUnsetSize(p, c.MemoryReservation) {
				continue
			}
			b := p.Reportf(c.Memory, "%s has no memory, and neither has its task", containerLabel(c)).
				Help(`add "memory" (the limit) or "memoryReservation" to the container, in MiB, or "memory" to the task definition`)
			noteRefusal(b, c, noMemoryText)
		}
	},
}

func noMemoryText(container string) string {
	return fmt.Sprintf("Invalid setting for container '%s'. At least one of 'memory' or 'memoryReservation' must be specified.", container)
}

// memoryIsForContainers leaves out Fargate, which wants the memory of the task and answers with another text, and
// Managed Instances, where it isn't known. A task definition that requires nothing is checked as one for EC2.
func memoryIsForContainers(p *analysis.Pass) bool {
	required := p.TaskDefinition().RequiresCompatibilities
	if required.Absent() {
		return true
	}
	platforms := p.Project.Platforms(p.Object)
	_, fargate := platforms.Requires(ecs.Fargate)
	_, ec2 := platforms.Requires(ecs.EC2)
	_, external := platforms.Requires(ecs.External)
	is := fargate.Not().And(ec2.Or(external))
	if is.IsUnknown() {
		p.Undecided(required)
	}
	return is.IsTrue()
}

// isUnsetSize takes 0 as nothing, as AWS does.
func isUnsetSize(p *analysis.Pass, size value.Value[int64]) bool {
	mib, _ := size.Get()
	return p.Known(size) && mib == 0
}
