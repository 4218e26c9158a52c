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
		var types []facts.InstanceType
		for _, t := range facts.InstanceTypes() {
			d := j.Demand
			if d.cpu.n <= t.VCPUs*unitsPerVCPU && d.memory.n <= t.LeastMemory() && d.gpus.n <= t.GPUs && d.enis.n < t.DefaultCardENIs && j.runsOn(t) {
				types = append(types, t)
			}
		}
		fit.Types = len(types)
		slices.SortStableFunc(types, func(a, b facts.InstanceType) int {
			return cmp.Or(cmp.Compare(a.GPUs, b.GPUs), cmp.Compare(a.Memory, b.Memory), cmp.Compare(a.VCPUs, b.VCPUs))
		})
		const few = 3
		for _, t := range types[:min(len(types), few)] {
			fit.Smallest = append(fit.Smallest, t.Name)
		}
		all = append(all, fit)
	}
	return all
}

// runsOn reports a type of the architecture that the task definition is for, x86_64 where it doesn't tell.
func (j *Job) runsOn(t facts.InstanceType) bool {
	architecture, ok := j.TaskDefinition.TaskDefinition().RuntimePlatform.CpuArchitecture.Or("X86_64")
	return ok && (architecture == "ARM64") == (t.Architecture == "arm64")
}
