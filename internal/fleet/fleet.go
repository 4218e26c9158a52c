// Package fleet reads a fleet file: what a cluster runs tasks on, with what its instance types have.
package fleet

import (
	"fmt"
	"net/netip"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/diag"
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
	r := &reader{fleet: &Fleet{Object: o}}
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

// reader reads one fleet.
type reader struct {
	fleet    *Fleet
	problems []Problem
}

func (r *reader) problem(at value.Located, format string, args ...any) {
	r.problems = append(r.problems, Problem{At: at, Message: fmt.Sprintf(format, args...)})
}

func (r *reader) unknown(at value.Located, what string) {
	r.problems = append(r.problems, Problem{At: at, Message: what + " isn't known", Unknown: true})
}

func (r *reader) assume(format string, args ...any) {
	r.fleet.Assumptions = append(r.fleet.Assumptions, fmt.Sprintf(format, args...))
}

// source is where something stands in the file.
func (r *reader) source(at value.Located, note string) certificate.Source {
	return certificate.Source{File: r.fleet.Object.File.Name, At: at.Where().At(), Note: note}
}

type list interface {
	value.Located
	Unknown() bool
}

func (r *reader) complete(l list, name string) {
	if l.Unknown() {
		r.unknown(l, "what "+name+" holds")
	}
}

func (r *reader) text(v value.Value[string], name string) string {
	text, ok := v.Or("")
	if !ok {
		r.unknown(v, name)
	}
	return text
}

// shownText is a text that proofs and reports show: it can't hold a secret.
func (r *reader) shownText(v value.Value[string], name string) string {
	text := r.text(v, name)
	if r.isSecret(text) {
		r.problem(v, "%s holds what looks like a secret, and would be shown", name)
	}
	return text
}

func (r *reader) isSecret(text string) bool {
	masked, _ := diag.MaskNames(r.fleet.Object.File, text, "")
	return masked != text
}

// number is a count or an amount; def where it is absent.
func (r *reader) number(v value.Value[int64], name string, def int64) int64 {
	const most = 1 << 40 // sums stay far within 64 bits
	n, ok := v.Or(def)
	switch {
	case !ok:
		r.unknown(v, name)
	case n < 0 || n > most:
		r.problem(v, "%s is %d: it must be between 0 and %d", name, n, int64(most))
		return def
	}
	return n
}

func (r *reader) flag(v value.Value[bool], name string) bool {
	flag, ok := v.Or(false)
	if !ok {
		r.unknown(v, name)
	}
	return flag
}

// ports are nil where the list is absent.
func (r *reader) ports(l value.List[value.Value[int64]], name string) []int64 {
	r.complete(l, name)
	if l.Absent() && l.Where().Node() == nil {
		return nil
	}
	ports := []int64{}
	for _, v := range l.Items {
		ports = append(ports, r.number(v, "a port of "+name, 0))
	}
	return ports
}

func (r *reader) texts(l value.List[value.Value[string]], name string) []string {
	r.complete(l, name)
	var texts []string
	for _, v := range l.Items {
		texts = append(texts, r.shownText(v, "an item of "+name))
	}
	return texts
}

func (r *reader) quota(v value.Value[int64], name string) *Quota {
	if v.Absent() {
		return nil
	}
	return &Quota{r.number(v, name, 0), r.source(v, "")}
}

func (r *reader) subnet(m ecs.FleetSubnet) {
	s := Subnet{ID: r.shownText(m.ID, "id"), Zone: r.shownText(m.AvailabilityZone, "availabilityZone"), From: r.source(m, "")}
	switch block := r.text(m.CIDRBlock, "cidrBlock"); {
	case !m.FreeAddresses.Absent():
		free := r.number(m.FreeAddresses, "freeAddresses", 0)
		s.Free, s.From = &free, r.source(m.FreeAddresses, "")
	case block != "":
		free, ok := addresses(block)
		if !ok {
			r.problem(m.CIDRBlock, "cidrBlock %q is no IPv4 block as in 10.0.1.0/24", block)
		}
		s.Free, s.From = &free, r.source(m.CIDRBlock, "all addresses but the five that AWS keeps")
	}
	r.fleet.Subnets = append(r.fleet.Subnets, s)
}

// addresses are those of an IPv4 block without the five that AWS keeps in each subnet.
// https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
func addresses(block string) (int64, bool) {
	const kept = 5
	prefix, err := netip.ParsePrefix(block)
	if err != nil || !prefix.Addr().Is4() {
		return 0, false
	}
	return max(int64(1)<<(32-prefix.Bits())-kept, 0), true
}
