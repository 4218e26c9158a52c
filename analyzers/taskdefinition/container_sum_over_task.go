package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

var containerSumOverTask = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "container-sum-over-task",
		Title:    "The containers ask for more cpu or memory than their task has",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Error,
		Since:    "0.1.0",
		Aliases:  []string{"cdk-preflight:ecs-container-memory-over-task", "cdk-preflight:ecs-fargate-container-cpu-over-task"},
		AWSErrors: []string{
			"The sum of all container 'cpu' values cannot be greater than the task-level 'cpu' value",
			"The sum of all container 'cpu' values cannot be greater than the value of the task 'cpu'.",
			"The 'memory' setting for container 'app' is greater than for the task",
			"The sum of all container 'memoryReservation' values cannot be greater than the value of the task 'memory'.",
		},
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html",
			"https://github.com/klothoplatform/klotho/issues/892",
			"https://github.com/pulumi/pulumi-awsx/issues/1220",
			"https://github.com/cloudnativedaysjp/dreamkast-infra/pull/4766",
		},
	},
	Run: func(p *analysis.Pass) {
		checkCPUSum(p, p.TaskDefinition())
		checkMemorySums(p, p.TaskDefinition())
	},
}

func checkCPUSum(p *analysis.Pass, td *ecs.TaskDefinition) {
	if !p.Known(td.Cpu) {
		return
	}
	text, _ := td.Cpu.Get()
	limit, ok := ecs.ParseCPU(text)
	if !ok || limit <= 0 {
		return
	}
	sum := newContainerSum(td)
	for _, c := range td.ContainerDefinitions.Items {
		sum.add(c.Cpu)
	}
	if sum.total <= limit {
		p.Known(sum.unknown...)
		return
	}
	p.Reportf(td.Cpu, "the containers ask for more cpu units than the task has: %s", sum.against(limit)).
		Help(`raise the task's "cpu", or lower the "cpu" of its containers`)
}

func checkMemorySums(p *analysis.Pass, td *ecs.TaskDefinition) {
	if !p.Known(td.Memory) {
		return
	}
	text, _ := td.Memory.Get()
	limit, ok := ecs.ParseMemory(text)
	if !ok || limit <= 0 {
		return
	}
	soft, needed := newContainerSum(td), newContainerSum(td)
	for _, c := range td.ContainerDefinitions.Items {
		soft.add(c.MemoryReservation)
		hard, _ := c.Memory.Get()
		if hard > limit {
			p.Reportf(c.Memory, "the memory limit of %s is above the memory of its task: %d MiB > %d MiB", containerLabel(c), hard, limit).
				Help(`lower the container's "memory" to %d or less, or raise the task's "memory"`, limit).
				Related(td.Memory, "the task's memory")
		}
		switch {
		case !c.MemoryReservation.Absent():
			needed.add(c.MemoryReservation)
		case hard <= limit: // else it has a finding of its own
			needed.add(c.Memory)
		}
	}
	switch {
	case soft.total > limit:
		p.Reportf(td.Memory, "the containers reserve more memory than the task has: %s MiB", soft.against(limit)).
			Help(`raise the task's "memory", or lower the "memoryReservation" of its containers`)
	case needed.total > limit:
		p.Reportf(td.Memory, "the containers ask for more memory than the task has: %s MiB", needed.against(limit)).
			Severity(rules.Warning).
			Note("AWS documents that the memory of all containers must fit into the task; a container without \"memoryReservation\" counts with its \"memory\".").
			Help(`raise the task's "memory", or lower the "memory" of its containers`)
	default:
		p.Known(needed.unknown...)
	}
}

func newContainerSum(td *ecs.TaskDefinition) *containerSum {
	sum := &containerSum{}
	if td.ContainerDefinitions.Unknown() {
		sum.unknown = append(sum.unknown, td.ContainerDefinitions)
	}
	return sum
}
