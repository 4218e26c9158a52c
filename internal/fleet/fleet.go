// Package fleet reads a fleet file: what a cluster runs tasks on, with what its instance types have.
package fleet

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
)

// Fleet is what a cluster runs tasks on. Everything in it is known.
type Fleet struct {
	Object  *ecs.Object
	Cluster string  // "" where the file doesn't name it
	Groups  []Group // of container instances

	Providers []Provider // with managed scaling; their instances are among Groups

	// Untold are capacity providers that launch instances of which the file doesn't tell the types; All where it tells of no instances.
	Untold []string

	Subnets []Subnet

	OnDemandVCPUs, SpotVCPUs *Quota // of Fargate; nil where the file doesn't tell

	// OfTemplate tells a fleet that was made of a template: what the template doesn't name has its logical id.
	OfTemplate bool

	// Assumptions are what was taken for granted, each a sentence.
	Assumptions []string
}

// All is in Untold where nothing is told of any instances.
const All = ""

// Group is container instances that are all alike.
type Group struct {
	Name         string // for people: "m5.large in eu-west-1a"
	InstanceType string // "" where it may be one of several
	Count        int64
	IDs          []string // of the container instances, as far as the file gives them
	Zone         string   // "" where it isn't known
	Provider     string   // capacity provider; "" for none
	Spot         bool     // they are Spot Instances, all of them
	Windows      bool
	Architecture string // as ecs.cpu-architecture; "" where it isn't known

	Attributes map[string]string // those that the file gives, and those of ECS that are known
	Closed     bool              // there are no custom attributes but these

	// Capabilities are the attributes that the agent has registered, all of them. Nil where the file doesn't list them.
	Capabilities []string

	// What an instance registers lies between these two.
	Least, Most Amounts

	// Ports that no task can take. Nil where the agent's own list holds.
	ReservedTCP, ReservedUDP []int64

	Running  []Running
	Launched bool                          // by managed scaling
	From     map[string]certificate.Source // by "count", "zone", or the name of an amount
}

// Amounts is what an instance has for tasks.
type Amounts struct {
	CPU    int64 // CPU units
	Memory int64 // MiB
	ENIs   int64 // for tasks, so without its own
	GPUs   int64
}

// Running is tasks that run on each instance of a group.
type Running struct {
	Group          string // as service:web, family:job
	Count          int64
	TaskDefinition string // a family; "" where Amounts and ports tell what one task takes
	Amounts
	TCP, UDP []int64
	At       value.Located
}

// Quota is vCPUs that run on Fargate at once.
type Quota struct {
	VCPUs int64
	From  certificate.Source
}

// Subnet is where tasks get their network interfaces.
type Subnet struct {
	ID   string
	Zone string // "" where it isn't known
	Free *int64 // addresses; nil where they aren't known
	From certificate.Source
}

// Problem is why a fleet can't be used.
type Problem struct {
	At      value.Located
	Message string
	Unknown bool // only something isn't known
}

// Of reads a fleet. It can't be used where there are problems.
func Of(o *ecs.Object) (*Fleet, []Problem) {
	r := &reader{fleet: &Fleet{Object: o}, seen: map[string]bool{}}
	model := o.Fleet()
	if len(o.Problems) > 0 || model.Where().Node() == nil || model.Unknown() {
		r.unknown(model, "what it holds")
		return nil, r.problems
	}
	r.fleet.Cluster = r.shownText(model.Cluster, "cluster")
	r.complete(model.ContainerInstances, "containerInstances")
	r.complete(model.CapacityProviders, "capacityProviders")
	r.complete(model.Subnets, "subnets")
	if model.ContainerInstances.Where().Node() == nil && model.CapacityProviders.Where().Node() == nil {
		r.fleet.Untold = append(r.fleet.Untold, All)
	}
	for _, instances := range model.ContainerInstances.Items {
		r.instances(instances)
	}
	for _, provider := range model.CapacityProviders.Items {
		r.provider(provider)
	}
	r.fleet.OnDemandVCPUs = r.quota(model.Fargate.OnDemandVCPUs, "onDemandVcpus")
	r.fleet.SpotVCPUs = r.quota(model.Fargate.SpotVCPUs, "spotVcpus")
	for _, subnet := range model.Subnets.Items {
		r.subnet(subnet)
	}
	if len(r.problems) > 0 {
		return nil, r.problems
	}
	distinguish(r.fleet.Groups)
	return r.fleet, nil
}

// distinguish gives groups of the same name numbers.
func distinguish(groups []Group) {
	taken := map[string]bool{}
	for i := range groups {
		g := &groups[i]
		for name, n := g.Name, 2; taken[g.Name]; n++ {
			g.Name = fmt.Sprintf("%s #%d", name, n)
		}
		taken[g.Name] = true
	}
}

// mostInstances bounds what is simulated: AWS's quota is 5,000 in a cluster.
// https://docs.aws.amazon.com/general/latest/gr/ecs-service.html
const mostInstances = 100_000

// bound refuses more instances than are simulated beside those that are read already.
func (r *reader) bound(more int64, at value.Located) bool {
	for _, g := range r.fleet.Groups {
		more += g.Count
	}
	if more > mostInstances {
		r.problem(at, "the fleet has %d instances: at most %d are simulated", more, int64(mostInstances))
	}
	return more <= mostInstances
}
