package taskdefinition

import (
	"strconv"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/rules"
)

var taskSizeOutOfRange = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "task-size-out-of-range",
		Title:    "The task's cpu or memory is none that any platform has",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // documented; what AWS answers for EC2 isn't known
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters-managed-instances.html",
		},
	},
	Run: func(p *analysis.Pass) {
		checkTaskCPU(p)
		checkTaskMemory(p)
	},
}

func checkTaskCPU(p *analysis.Pass) {
	cpu := p.TaskDefinition().Cpu
	text, ok := cpu.Get()
	if !p.Known(cpu) || !ok || text == "0" { // 0 is what dumps write for nothing
		return
	}
	units, parsed := ecs.ParseCPU(text)
	vCPUs, asVCPUs := ecs.ParseCPU(text + " vCPU")
	if parsed && units >= facts.TaskCPULeast && units <= facts.TaskCPUMost {
		checkManagedCPU(p, units)
		return
	}
	b := p.Reportf(cpu, "cpu %q of the task: it takes %d to %d units, 1024 to a vCPU", text, facts.TaskCPULeast, facts.TaskCPUMost)
	const most = 32 * 1024 // a larger number was hardly meant as vCPUs
	if asVCPUs && vCPUs >= facts.TaskCPULeast && vCPUs <= most {
		b.Help(`write "%d", or "%s vCPU"`, vCPUs, text)
		return
	}
	b.Help("set one in the range")
}

// checkManagedCPU tells what only one page says: the API's own text gives Managed Instances no limit.
func checkManagedCPU(p *analysis.Pass, units int64) {
	because, managed := p.Project.Platforms(p.Object).Requires(ecs.ManagedInstances)
	if units > facts.TaskCPUManaged && managed.IsTrue() {
		p.Reportf(p.TaskDefinition().Cpu, "%d units are more than the guide gives a task on Managed Instances, which is %d; %s", units, facts.TaskCPUManaged, because).
			Help("try whether AWS takes it, before you rely on it")
	}
}

func checkTaskMemory(p *analysis.Pass) {
	memory := p.TaskDefinition().Memory
	text, ok := memory.Get()
	if !p.Known(memory) || !ok || text == "0" {
		return
	}
	mib, parsed := ecs.ParseMemory(text)
	if parsed && mib >= facts.TaskMemoryLeast {
		return
	}
	if gb, err := strconv.ParseFloat(text, 64); err == nil && gb > 0 {
		p.Reportf(memory, "memory %q of the task is less than any container can have: a number without GB is MiB", text).
			Help(`write "%g GB", or "%.0f"`, gb, gb*1024)
		return
	}
	p.Reportf(memory, `memory %q of the task is neither a number of MiB ("512") nor of GB ("0.5 GB")`, text).
		Help(`write it as in "512" or "0.5 GB"`)
}
