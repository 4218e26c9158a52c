package scenario

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/fleet"
)

const unitsPerVCPU = 1024

// fargateAssumed is what no file can tell.
const fargateAssumed = "Fargate has the capacity: AWS promises none, and may answer \"Capacity is unavailable at this time\"."

// quotas asks whether the tasks on Fargate find room in the quotas. What the fleet doesn't tell is a need.
func (p *Plan) quotas(f *fleet.Fleet, jobs []*Job, assumed []string) {
	q := &Question{Name: "vCPU quotas of Fargate"}
	quota := map[string]*fleet.Quota{}
	if f != nil {
		quota = map[string]*fleet.Quota{onDemand: f.OnDemandVCPUs, spot: f.SpotVCPUs}
	}
	picks := [][]int{{}}
	ways := map[*Job][][]int64{}
	for _, j := range jobs {
		ways[j] = splits(j.Count, j.providers)
		var more [][]int
		for _, picked := range picks {
			for k := range ways[j] {
				more = append(more, append(slices.Clone(picked), k))
			}
		}
		if len(more) > maxScenarios {
			more, q.Partly = more[:maxScenarios], true
		}
		picks = more
	}
	most := map[string]int64{}
	for _, picked := range picks {
		s := Scenario{Problem: oneResource(certificate.VCPU, assumed)}
		for _, name := range []string{onDemand, spot} {
			if quota[name] != nil {
				s.Problem.Classes = append(s.Problem.Classes, certificate.Class{
					Name: quotaNames[name], Count: 1, Provider: name, Capacity: []int64{quota[name].VCPUs * unitsPerVCPU},
					From: map[string]certificate.Source{certificate.VCPU: quota[name].From},
				})
			}
		}
		units, labels := map[string]int64{}, []string(nil)
		for i, j := range jobs {
			split := ways[j][picked[i]]
			if len(ways[j]) > 1 {
				labels = append(labels, splitLabel(j, split))
			}
			for k, n := range split {
				units[j.providers[k].provider] += n * j.Demand.cpu.n
				t := onFargate(j, n)
				t.Provider = j.providers[k].provider
				if len(split) > 1 {
					t.Name += " on " + t.Provider
				}
				if n > 0 && quota[t.Provider] != nil {
					s.add(t, j)
				}
			}
		}
		for name, n := range units {
			most[name] = max(most[name], n)
		}
		s.Label = strings.Join(labels, "; ")
		if len(s.Problem.Types) > 0 {
			q.Scenarios = append(q.Scenarios, s)
		}
	}
	for _, name := range []string{onDemand, spot} {
		if quota[name] == nil && most[name] > 0 {
			p.Needs = append(p.Needs, fmt.Sprintf("the quota %q is at least %s", quotaNames[name], certificate.Amount(certificate.VCPU, most[name])))
		}
	}
	if len(q.Scenarios) > 0 {
		p.Questions = append(p.Questions, q)
	}
}

// ofQuotas tells whether a question is about the quotas of Fargate.
func (q *Question) ofQuotas() bool {
	return len(q.Scenarios) > 0 && slices.Equal(q.Scenarios[0].Problem.Resources, []string{certificate.VCPU})
}

// onFargate is the type of tasks that take of a quota.
func onFargate(j *Job, count int64) certificate.Type {
	t := freeType(j, count, j.Demand.cpu.n)
	t.From[certificate.VCPU] = sourceIn(j.TaskDefinition, j.Demand.cpu.at, j.Demand.cpu.note)
	return t
}

// quotaNames are those of Service Quotas. https://docs.aws.amazon.com/general/latest/gr/ecs-service.html
var quotaNames = map[string]string{
	onDemand: "Fargate On-Demand vCPU resource count",
	spot:     "Fargate Spot vCPU resource count",
}

func oneResource(resource string, assumed []string) *certificate.Problem {
	return &certificate.Problem{
		Resources: []string{resource}, Types: []certificate.Type{}, Classes: []certificate.Class{}, Assumptions: assumed,
	}
}

// freeType has no strategy: how Fargate chooses, or which of its subnets a task gets an address in, can't be told.
func freeType(j *Job, count, demand int64) certificate.Type {
	return certificate.Type{
		Name: j.Name, Group: j.Group, Count: count, Demand: []int64{demand}, Standalone: true,
		From: map[string]certificate.Source{"count": sourceIn(j.Object, j.CountAt, "")},
	}
}
