// Package certificate holds placement problems in integers, and the proofs of what can and can't be placed. Check verifies a
// proof by itself: it knows nothing of how the proof was found.
package certificate

// Problem is what is to be placed, and where. All amounts are whole: CPU units, MiB, counts.
type Problem struct {
	Resources []string `json:"resources"` // "cpu", "memory", "eni", "gpu", "tcp/80", "udp/53", "ports", "distinct/service:web", Draining, VCPU, Address
	Types     []Type   `json:"types"`
	Classes   []Class  `json:"classes"`

	// Assumptions are what the problem takes for granted, each a sentence: what AWS leaves open, what the input doesn't tell.
	Assumptions []string `json:"assumptions,omitempty"`
}

// Where an instance drains, its tasks take one of Draining, which no other instance has, and those that replace them one of Undrained, which it hasn't.
const (
	Draining  = "draining"
	Undrained = "undrained"
)

// VCPU is the resource of the quotas of Fargate, in CPU units; Address that of subnets.
const (
	VCPU    = "vcpu"
	Address = "address"
)

// Type is tasks that are all alike: those of a service, of a call of RunTask, of a daemon.
type Type struct {
	Name   string  `json:"name"`   // as users call it: "service web"
	Group  string  `json:"group"`  // the task group: "service:web", "family:job"
	Count  int64   `json:"count"`  // tasks that wait; of a daemon ignored: one for each instance that it may run on
	Demand []int64 `json:"demand"` // for each resource, what one task takes of an instance
	Daemon bool    `json:"daemon,omitempty"`

	// Standalone tasks have no default strategy: any instance that can run them may be taken.
	Standalone bool         `json:"standalone,omitempty"`
	Strategy   []Strategy   `json:"strategy,omitempty"`
	MemberOf   []Expression `json:"memberOf,omitempty"` // all have to hold

	Provider string   `json:"provider,omitempty"` // only instances of this capacity provider; "" for any
	Zones    []string `json:"zones,omitempty"`    // only instances in these zones, those of its subnets; none for any

	// From tells where each number came from, by what it is: "count", the name of a resource, "memberOf", "strategy".
	From map[string]Source `json:"from,omitempty"`
}

// Strategy is one item of a placement strategy. An empty list of a service is ECS's default: spread over zones, then over instances.
type Strategy struct {
	Type  string `json:"type"`            // spread, binpack, random
	Field string `json:"field,omitempty"` // "instanceId", "attribute:ecs.availability-zone", "cpu", "memory"
}

// Expression is an expression of the cluster query language, and on which classes it is taken to hold. Where it is about
// attributes only, Holds is final; what it says of task groups (Dynamic) is evaluated when a task is placed.
type Expression struct {
	Text    string `json:"text"`
	Reading []int  `json:"reading,omitempty"` // how it is read, as query.Reading; none for the likely one
	Holds   []bool `json:"holds"`             // for each class; of a dynamic one, whether it can hold at all
	Dynamic bool   `json:"dynamic,omitempty"`
}

// Class is container instances that are all alike.
type Class struct {
	Name     string  `json:"name"`
	Count    int64   `json:"count"`
	Capacity []int64 `json:"capacity"` // for each resource, what is free on each instance

	Zone       string            `json:"zone,omitempty"`
	Provider   string            `json:"provider,omitempty"`
	Attributes map[string]string `json:"attributes,omitempty"`
	Closed     bool              `json:"closed,omitempty"` // there are no attributes but these

	// Running are the tasks that run on each of the instances already. Capacity is what they leave.
	Running []Running `json:"running,omitempty"`

	From map[string]Source `json:"from,omitempty"` // as of Type: "count", resources, "zone"
}

// Running is tasks of one group on an instance.
type Running struct {
	Group string `json:"group"`
	Count int64  `json:"count"`
}

// Source is where in the input something stands.
type Source struct {
	File string `json:"file"`
	At   string `json:"at,omitempty"`   // the place, in the notation of findings; "" for the file
	Note string `json:"note,omitempty"` // how the number was made of what stands there, or a catalogue's name
}
