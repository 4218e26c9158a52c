package scenario

import (
	"cmp"
	"slices"

	"github.com/ecslint/ecslint/internal/facts"
)

// Fit tells without a fleet on what instances the tasks of a job fit.
type Fit struct {
	Job      *Job
	Types    int      // instance types on which one task fits for certain
	Of       int      // instance types that are known
	Smallest []string // the smallest of them
}

// Fits are the instance types on which one task fits, with the least memory that such instances register.
func (p *Plan) Fits() []Fit {
	var all []Fit
	for _, j := range p.Jobs {
		if j.Fargate {
			continue
		}
		fit := Fit{Job: j, Of: len(facts.InstanceTypes())}
		types := fitting([]*Job{j})
		fit.Types = len(types)
		const few = 3
		for _, t := range types[:min(len(types), few)] {
			fit.Smallest = append(fit.Smallest, t.Name)
		}
		all = append(all, fit)
	}
	return all
}

// fitting are the types on which a task of each job fits alone, the smallest first, older types last.
func fitting(jobs []*Job) []facts.InstanceType {
	var types []facts.InstanceType
	for _, t := range facts.InstanceTypes() {
		if !slices.ContainsFunc(jobs, func(j *Job) bool { return !j.fitsOn(t) }) {
			types = append(types, t)
		}
	}
	slices.SortStableFunc(types, func(a, b facts.InstanceType) int {
		if a.Xen != b.Xen {
			return map[bool]int{true: 1, false: -1}[a.Xen]
		}
		return cmp.Or(cmp.Compare(a.GPUs, b.GPUs), cmp.Compare(a.Memory, b.Memory), cmp.Compare(a.VCPUs, b.VCPUs))
	})
	return types
}

func (j *Job) fitsOn(t facts.InstanceType) bool { return j.hasRoomOn(t) && j.runsOn(t) }

// hasRoomOn reports a type of which an empty instance has enough for a task.
func (j *Job) hasRoomOn(t facts.InstanceType) bool {
	d := j.Demand
	return d.cpu.n <= t.VCPUs*unitsPerVCPU && d.memory.n <= t.LeastMemory() && d.gpus.n <= t.GPUs && d.enis.n < t.DefaultCardENIs
}

// runsOn reports a type of the architecture that the task definition is for, x86_64 where it doesn't tell.
func (j *Job) runsOn(t facts.InstanceType) bool {
	architecture, ok := j.TaskDefinition.TaskDefinition().RuntimePlatform.CpuArchitecture.Or("X86_64")
	return ok && (architecture == "ARM64") == (t.Architecture == "arm64")
}
