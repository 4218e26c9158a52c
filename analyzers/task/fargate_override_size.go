package task

import (
	"slices"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/internal/workload"
	"github.com/ecslint/ecslint/rules"
)

var fargateOverrideSize = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "fargate-override-size",
		Title:    "A task is started on Fargate with a size that Fargate doesn't offer",
		Subject:  "task",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Error,
		Since:    "0.1.0",
		Sources: []string{
			"proof: a task on Fargate has one of the sizes that Fargate offers",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskOverride.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html",
		},
	},
	Run: func(p *analysis.Pass) {
		task := p.Object.Task()
		td := p.Project.TaskDefinitionOf(p.Object)
		if task == nil || td == nil || p.Object.Output || task.Overrides.Cpu.Absent() && task.Overrides.Memory.Absent() {
			return
		}
		on, ok := workload.All(p.Object)[0].OnFargate(p)
		cpu, memory := or(task.Overrides.Cpu, td.TaskDefinition().Cpu), or(task.Overrides.Memory, td.TaskDefinition().Memory)
		if !ok || !p.Known(cpu, memory) {
			return
		}
		units, mib, parsed := sizeOf(cpu, memory)
		if !parsed || offered(units, mib) {
			return
		}
		at := task.Overrides.Memory
		if at.Absent() {
			at = task.Overrides.Cpu
		}
		p.Reportf(at, "with the overrides the task has %d cpu units and %d MiB, a size that Fargate doesn't offer", units, mib).
			Help("override cpu and memory together, with a pair of Fargate's table").
			Related(td.TaskDefinition().Memory, "the size without overrides").
			Related(on.At, "the task runs on Fargate")
	},
}

// or is the override where there is one.
func or(override, own value.Value[string]) value.Value[string] {
	if override.Absent() {
		return own
	}
	return override
}

func sizeOf(cpu, memory value.Value[string]) (units, mib int64, ok bool) {
	cpuText, hasCPU := cpu.Get()
	memoryText, hasMemory := memory.Get()
	if !hasCPU || !hasMemory {
		return 0, 0, false
	}
	units, isCPU := ecs.ParseCPU(cpuText)
	mib, isMemory := ecs.ParseMemory(memoryText)
	return units, mib, isCPU && isMemory
}

// offered reports a size of Linux; those of Windows are among them.
func offered(units, mib int64) bool {
	return slices.ContainsFunc(facts.FargateSizesFor(false), func(s facts.FargateSize) bool {
		return s.CPU == units && slices.Contains(s.Memory, mib)
	})
}
