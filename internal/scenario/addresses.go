package scenario

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/fleet"
	"github.com/ecslint/ecslint/internal/value"
)

// tenant is tasks that take an address each in one of their subnets: on Fargate, or on instances in mode awsvpc.
// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking-awsvpc.html
type tenant struct {
	job     *Job
	count   int64
	subnets []string // in which they may get them
}

const noneHasAddress = "No task has its address yet: what the fleet file tells to be free in subnets is free for all tasks."

// addresses asks for one in a subnet for each task. In its problem a subnet is a zone of its own. Which subnet a task on an instance
// gets depends on where there is room, which another question asks: so addresses are enough for certain where each subnet has one for
// all that may come to it, and not enough for certain where even a free choice doesn't help.
func (p *Plan) addresses(f *fleet.Fleet, tenants []tenant, assumed []string) {
	free := map[string]fleet.Subnet{}
	if f != nil {
		for _, subnet := range f.Subnets {
			if subnet.Free != nil {
				free[subnet.ID] = subnet
			}
		}
	}
	known := p.counted(f, tenants, free)
	if len(known) == 0 {
		return
	}
	var all []string
	for _, t := range known {
		all = append(all, t.subnets...)
	}
	slices.Sort(all)
	all = slices.Compact(all)
	assumed = append(slices.Clone(assumed), noneHasAddress)
	q := &Question{Name: "addresses in subnets", Scenarios: []Scenario{inSubnets(known, all, free, assumed)}}
	if worst := scarcest(known, free); worst != "" {
		q.Scenarios[0].suppose(0, "tasks run where their subnets have addresses")
		last := inSubnets(known, []string{worst}, free, assumed)
		last.suppose(1, "all tasks that may get an address in "+worst+" do")
		q.Scenarios = append(q.Scenarios, last)
	}
	p.Questions = append(p.Questions, q)
}

// counted are the tenants of whose subnets the fleet tells how many addresses are free; of others on Fargate it is a need.
func (p *Plan) counted(f *fleet.Fleet, tenants []tenant, free map[string]fleet.Subnet) []tenant {
	var known []tenant
	var needed int64
	for _, t := range tenants {
		ids, told := t.job.subnetIDs()
		if len(ids) == 0 || t.count == 0 {
			continue
		}
		if !told || slices.ContainsFunc(ids, func(id string) bool { return free[id].Free == nil }) {
			if t.job.Fargate {
				needed += t.count
			}
			continue
		}
		t.subnets = ids
		if zones := f.InstanceZones(); !t.job.Fargate && zones != nil {
			t.subnets = slices.DeleteFunc(ids, func(id string) bool { return free[id].Zone != "" && !slices.Contains(zones, free[id].Zone) })
		}
		if len(t.subnets) > 0 { // else no instance is in a zone of its subnets
			known = append(known, t)
		}
	}
	// Which of its subnets a task gets can't be told, so each may be asked for all.
	if needed == 1 {
		p.Needs = append(p.Needs, "each subnet has 1 free address")
	}
	if needed > 1 {
		p.Needs = append(p.Needs, fmt.Sprintf("each subnet has %d free addresses", needed))
	}
	return known
}

// inSubnets is the problem of some subnets, with all tasks that may get an address there.
func inSubnets(tenants []tenant, ids []string, free map[string]fleet.Subnet, assumed []string) Scenario {
	s := Scenario{Problem: oneResource(certificate.Address, slices.Clone(assumed))}
	for _, id := range ids {
		s.Problem.Classes = append(s.Problem.Classes, certificate.Class{
			Name: id, Count: 1, Zone: id, Capacity: []int64{*free[id].Free},
			From: map[string]certificate.Source{certificate.Address: free[id].From},
		})
	}
	for _, tenant := range tenants {
		t := freeType(tenant.job, tenant.count, 1)
		for _, id := range tenant.subnets {
			if slices.Contains(ids, id) {
				t.Zones = append(t.Zones, id)
			}
		}
		if len(t.Zones) > 0 {
			s.add(t, tenant.job)
		}
	}
	return s
}

// suppose makes a scenario one of several.
func (s *Scenario) suppose(option int, label string) {
	s.Label, s.choice.picked = label, []int{option}
	s.Problem.Assumptions = append(s.Problem.Assumptions, InScenario+label+".")
}

// scarcest is the subnet of tasks on instances that has the fewest addresses for all that may come to it; "" where there are no such tasks.
func scarcest(tenants []tenant, free map[string]fleet.Subnet) string {
	var ids []string
	left := map[string]int64{}
	for _, t := range tenants {
		for _, id := range t.subnets {
			left[id] -= t.count
			if !t.job.Fargate {
				ids = append(ids, id)
			}
		}
	}
	if len(ids) == 0 {
		return ""
	}
	return slices.MinFunc(ids, func(a, b string) int {
		return cmp.Or(cmp.Compare(left[a]+*free[a].Free, left[b]+*free[b].Free), strings.Compare(a, b))
	})
}

// addressesMeanwhile is what deployments take for granted of a job.
const addressesMeanwhile = "While %s is deployed, its subnets have free addresses for old and new tasks."

// tenants are the jobs on instances whose tasks take addresses, and what is taken for granted of others.
func (b *builder) tenants() []tenant {
	var all []tenant
	for _, j := range b.jobs {
		ids, told := j.subnetIDs()
		told = told && len(ids) > 0 && !slices.ContainsFunc(ids, func(id string) bool {
			return !slices.ContainsFunc(b.fleet.Subnets, func(s fleet.Subnet) bool { return s.ID == id && s.Free != nil })
		})
		switch {
		case j.Demand.mode != "awsvpc":
		case !told:
			b.assume("The subnets of %s have free addresses for all of its tasks: the fleet doesn't tell.", j.Name)
		case j.Daemon:
			b.assume("The subnets of %s have free addresses for all of its tasks: those of daemons aren't counted.", j.Name)
		default:
			b.assume(addressesMeanwhile, j.Name)
			all = append(all, tenant{job: j, count: b.waiting(j)})
		}
	}
	return all
}

// hasAddresses is false where the fleet tells that the subnets of a job have none for the new tasks of its deployment beside its old ones.
func (p *Plan) hasAddresses(j *Job, w way) bool {
	ids, told := j.subnetIDs()
	if j.Demand.mode != "awsvpc" || j.Daemon || !told || len(ids) == 0 || p.Fleet == nil {
		return true
	}
	var free int64
	for _, id := range ids {
		i := slices.IndexFunc(p.Fleet.Subnets, func(s fleet.Subnet) bool { return s.ID == id && s.Free != nil })
		if i < 0 {
			return true
		}
		free += *p.Fleet.Subnets[i].Free
	}
	needed := j.Count // that wait
	if q := p.instances(); q != nil && !j.Fargate {
		needed = q.build.waiting(j)
	}
	switch {
	case w.twice:
		needed += j.Count
	case j.Count*w.minimum > (j.Count-1)*100: // none may stop first
		needed++
	}
	return free >= needed
}

// subnetIDs are the ids of its subnets, each once, and whether all are told. Those that a template makes have their logical ids, as in a
// fleet of the template.
func (j *Job) subnetIDs() (ids []string, told bool) {
	told = true
	for _, v := range j.subnets {
		id, ok := j.subnetID(v)
		if told = told && ok; !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids, told
}

func (j *Job) subnetID(v value.Value[string]) (string, bool) {
	if id, ok := v.Get(); ok {
		return id, true
	}
	if o := j.project.Referred(v); o != nil && o.Origin != nil && o.Origin.Resource == fleet.SubnetResource {
		return o.Origin.ID, true
	}
	return "?", false
}
