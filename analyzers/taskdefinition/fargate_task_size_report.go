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

// missing reports a size that isn't there.
func (s *sizeCheck) missing() {
	units, _ := parse(s.td.Cpu, ecs.ParseCPU)
	mib, _ := parse(s.td.Memory, ecs.ParseMemory)
	cpu, memory := s.nearest(units, mib)
	if s.td.Cpu.Absent() && s.td.Memory.Absent() && sameRange(s.td.Cpu, s.td.Memory) {
		s.Reportf(s.td.Cpu, "no task-level cpu and memory, which Fargate needs; %s", s.fargate.because).
			Help(`add "cpu": "%d" and "memory": "%d", the smallest size, or a larger one`, cpu, memory).
			Note("%s", s.fargate.refusal(missingCPUText))
		return
	}
	if s.td.Cpu.Absent() {
		s.Reportf(s.td.Cpu, "no task-level cpu, which Fargate needs; %s", s.fargate.because).
			Help(`add "cpu": "%d"`, cpu).
			Note("%s", s.fargate.refusal(missingCPUText))
	}
	if s.td.Memory.Absent() {
		s.Reportf(s.td.Memory, "no task-level memory, which Fargate needs; %s", s.fargate.because).
			Help(`add "memory": "%d"`, memory).
			Note("%s", s.fargate.refusal(missingMemoryText))
	}
}

func sameRange(a, b value.Located) bool { return a.Where().Range() == b.Where().Range() }

func (s *sizeCheck) unusableCPU() {
	text, _ := s.td.Cpu.Get()
	b := s.Reportf(s.td.Cpu, `cpu %q is neither a number of CPU units ("1024") nor of vCPUs ("1 vCPU"); %s`, text, s.fargate.because).
		Note("%s", s.fargate.refusal(unusableCPUText))
	if !s.meantVCPU(b, text) {
		b.Help("use %s", orList(s.cpus()))
	}
}

// meantVCPU helps where the number makes sense in vCPUs.
func (s *sizeCheck) meantVCPU(b *analysis.Builder, text string) bool {
	units, ok := ecs.ParseCPU(text + " vCPU")
	if _, offered := s.size(units); !ok || !offered {
		return false
	}
	b.Help(`write "%d" or "%s vCPU"`, units, text)
	return true
}

func (s *sizeCheck) cpuNotOffered(units, mib int64, memoryParsed bool) {
	text, _ := s.td.Cpu.Get()
	if s.windows.IsTrue() {
		b := s.Reportf(s.td.Cpu, "cpu %q isn't one that Fargate offers for Windows (%s); %s", text, commaList(s.cpus()), s.fargate.because).
			Related(s.td.RuntimePlatform.OperatingSystemFamily, "the operating system")
		if memoryParsed {
			b.Note("%s", s.fargate.refusal(noConfigurationText(units, mib)))
		}
		s.helpCPU(b, text, units, mib, memoryParsed)
		return
	}
	b := s.Reportf(s.td.Cpu, "cpu %q isn't one that Fargate offers (%s); %s", text, commaList(s.cpus()), s.fargate.because)
	s.helpCPU(b, text, units, mib, memoryParsed)
}

func (s *sizeCheck) helpCPU(b *analysis.Builder, text string, units, mib int64, memoryParsed bool) {
	if s.meantVCPU(b, text) {
		return
	}
	cpu, memory := s.nearest(units, mib)
	if memoryParsed {
		b.Help(`use "cpu": "%d" with "memory": "%d"`, cpu, memory)
	} else {
		b.Help(`use "cpu": "%d"`, cpu)
	}
}

func (s *sizeCheck) memoryDoesNotFit(size facts.FargateSize, mib int64) {
	cpuText, _ := s.td.Cpu.Get()
	text, _ := s.td.Memory.Get()
	b := s.Reportf(s.td.Memory, "memory %q doesn't go with cpu %q: Fargate offers %s; %s",
		text, cpuText, memories(size.Memory), s.fargate.because).
		Note("%s", s.fargate.refusal(noConfigurationText(size.CPU, mib)))
	if meant, ok := ecs.ParseMemory(text + " GB"); ok && slices.Contains(size.Memory, meant) {
		b.Help(`write "%d" or "%s GB"`, meant, text)
		return
	}
	help := fmt.Sprintf(`use "memory": "%d"`, atLeast(size.Memory, mib))
	if s.anySizeHas(mib) {
		cpu, _ := s.nearestWith(size.CPU, mib)
		help += fmt.Sprintf(`, or keep the memory with "cpu": "%d"`, cpu)
	}
	b.Help("%s", help)
}

// nearestWith is the cpu nearest to units among the sizes that have exactly this memory.
func (s *sizeCheck) nearestWith(units, mib int64) (cpu int64, ok bool) {
	for _, size := range s.offered {
		nearer := !ok || max(size.CPU-units, units-size.CPU) < max(cpu-units, units-cpu)
		if nearer && slices.Contains(size.Memory, mib) {
			cpu, ok = size.CPU, true
		}
	}
	return cpu, ok
}

func (s *sizeCheck) memoryNotOffered(mib int64) {
	text, _ := s.td.Memory.Get()
	system := ""
	if s.windows.IsTrue() {
		system = " for Windows"
	}
	cpu, memory := s.nearest(0, mib)
	s.Reportf(s.td.Memory, "memory %q isn't one that Fargate offers%s, whatever the cpu; %s", text, system, s.fargate.because).
		Help(`use "memory": "%d", which goes with "cpu": "%d"`, memory, cpu)
}

// unusableMemory is a warning only: what AWS says to another form of memory isn't known.
func (s *sizeCheck) unusableMemory() {
	text, _ := s.td.Memory.Get()
	s.Reportf(s.td.Memory, `memory %q is neither a number of MiB ("2048") nor of GB ("2 GB"); %s`, text, s.fargate.because).
		Severity(rules.Warning).
		Help(`write MiB in digits; 1 GB is "1024"`)
}
