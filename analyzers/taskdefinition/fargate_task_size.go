package taskdefinition

import (
	"fmt"
	"slices"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

const (
	missingCPUText    = "Fargate requires that 'cpu' be defined at the task level."
	missingMemoryText = "Fargate requires that 'memory' be defined at the task level."
	unusableCPUText   = "Invalid 'cpu' setting for task."
)

var fargateTaskSize = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "fargate-task-size",
		Title:    "The task's cpu and memory are no size that Fargate offers",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Error,
		Since:    "0.1.0",
		Aliases: []string{
			"cfn-lint:E3047",
			"cfn-lint:E3048",
			"cdk-preflight:ecs-fargate-task-cpu-memory",
			"cdk-preflight:ecs-fargate-windows-cpu-under-1vcpu",
			"kics:f4c9b5f5-68b8-491f-9e48-4f96644a1d51",
		},
		AWSErrors: []string{
			missingCPUText,
			missingMemoryText,
			unusableCPUText,
			noConfigurationText(1024, 1024),
			"No Fargate configuration exists for given values.",
		},
		Supersedes: []string{"task-size-out-of-range"},
		Sources: append([]string{
			"https://github.com/klothoplatform/klotho/issues/892",
			"https://github.com/towardsthecloud/aws-cdk-examples/issues/1",
		}, facts.FargateSizesOrigin.Sources...),
	},
	Run: checkFargateTaskSize,
}

func noConfigurationText(units, mib int64) string {
	return fmt.Sprintf("No Fargate configuration exists for given values: %d CPU, %d memory. See the Amazon ECS documentation for the valid values.", units, mib)
}

// sizeCheck judges one task definition that has to fit Fargate.
type sizeCheck struct {
	*analysis.Pass
	td      *ecs.TaskDefinition
	fargate fargate
	windows value.Tri
	offered []facts.FargateSize // where the system isn't known, what Linux has: Windows has nothing else
}

func checkFargateTaskSize(p *analysis.Pass) {
	fargate := askFargate(p)
	if !fargate.applies() {
		return
	}
	windows := runsWindows(p.TaskDefinition())
	s := sizeCheck{p, p.TaskDefinition(), fargate, windows, facts.FargateSizesFor(windows.IsTrue())}
	s.missing()
	p.Known(s.td.Cpu, s.td.Memory)
	units, cpuParsed := parse(s.td.Cpu, ecs.ParseCPU)
	mib, memoryParsed := parse(s.td.Memory, ecs.ParseMemory)
	size, offered := s.size(units)
	switch {
	case !cpuParsed && known(s.td.Cpu):
		s.unusableCPU()
	case cpuParsed && !offered:
		s.cpuNotOffered(units, mib, memoryParsed)
	case cpuParsed && windows.IsUnknown() && !size.Windows:
		p.Known(s.td.RuntimePlatform.OperatingSystemFamily)
	}
	switch {
	case !memoryParsed && known(s.td.Memory):
		s.unusableMemory()
	case memoryParsed && offered && !slices.Contains(size.Memory, mib):
		s.memoryDoesNotFit(size, mib)
	case memoryParsed && !s.anySizeHas(mib):
		s.memoryNotOffered(mib)
	}
}

func parse(v value.Value[string], read func(string) (int64, bool)) (int64, bool) {
	text, ok := v.Get()
	if !ok {
		return 0, false
	}
	return read(text)
}

func known(v value.Value[string]) bool {
	_, ok := v.Get()
	return ok
}

func (s *sizeCheck) size(units int64) (facts.FargateSize, bool) {
	for _, size := range s.offered {
		if size.CPU == units {
			return size, true
		}
	}
	return facts.FargateSize{}, false
}

func (s *sizeCheck) anySizeHas(mib int64) bool {
	return slices.ContainsFunc(s.offered, func(size facts.FargateSize) bool { return slices.Contains(size.Memory, mib) })
}

// nearest is the smallest size that holds both, else the largest there is.
func (s *sizeCheck) nearest(units, mib int64) (cpu, memory int64) {
	size := s.offered[len(s.offered)-1]
	for _, candidate := range s.offered {
		if candidate.CPU >= units && slices.Max(candidate.Memory) >= mib {
			size = candidate
			break
		}
	}
	return size.CPU, atLeast(size.Memory, mib)
}

// atLeast is the first of ascending numbers that isn't below n, else the last.
func atLeast(numbers []int64, n int64) int64 {
	for _, candidate := range numbers {
		if candidate >= n {
			return candidate
		}
	}
	return numbers[len(numbers)-1]
}
