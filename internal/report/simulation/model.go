// Package simulation shows what the placement simulator found: as an HTML page of one file, and as text in a terminal. What is shown
// is a Report, a plain model that is filled from problems and certificates.
package simulation

import (
	"slices"

	"github.com/ecslint/ecslint/internal/certificate"
)

// Report is all that is shown of a simulation.
type Report struct {
	Title    string // "web-app"; "" for a title that says what this is
	Program  string // what made it, as in "ecslint 0.1.0"
	Clusters []*Cluster
}

// Tone is how a verdict is to be taken. It is drawn as a mark and a colour.
type Tone uint8

// Tones, from the verdict that nobody has to act on.
const (
	Good  Tone = iota // always, always finishes
	Mixed             // depends, can finish
	Bad               // never, stuck
	Open              // unproven
)

// Verdict is an answer.
type Verdict struct {
	Word     string // "always"
	Sentence string // what it means here, a sentence that stands alone
	Tone     Tone
}

// Cluster is one question to the simulator with its answer: the container instances of a cluster, a quota of Fargate.
type Cluster struct {
	Name    string
	Verdict Verdict
	Places  Noun // what has room for tasks; the zero value for instances

	Resources []Resource
	Services  []Service // for each type of the problem
	Moments   []Moment  // the end of a run; of a deployment its start, its worst moment, its end. Shown side by side
	Waiting   []Waiting
	Events    []string // what AWS sends besides the events of Waiting

	Deployments  []Case
	Remedies     []Case // changes with which the verdict is better
	WhatIf       []Case
	Assumptions  []string // sentences
	Certificates []Certificate
	Origins      []Origin // where in the input the numbers stand

	problem     *certificate.Problem
	constraints *certificate.Constraints
}

// Noun is a word for one thing and for several: "subnet", "subnets".
type Noun struct{ One, Many string }

// Resource is something that tasks take of instances.
type Resource struct {
	Name   string // as in the problem: "cpu", "memory", "eni", "tcp/80"
	Short  string // in front of a bar: "mem"
	Unit   string // behind a number: "CPU units", "MiB"; "" for a count
	Amount bool   // has a bar: some task takes it, and it is no port and no place of distinctInstance, which one task takes whole
}

// Service is tasks that are all alike. Its mark is a letter: of the n-th name the n-th; a small one for the old revision.
type Service struct {
	Name     string // as users call it: "service web"
	Revision string // of a deployment: "web:42"; "" where there is only one
	Old      bool   // the revision that a deployment replaces: drawn paler
	Daemon   bool
	Wanted   int64   // tasks; of a daemon the instances that it may run on
	Demand   []int64 // of one task, for each resource
}

// Phase is where a task is in its life.
type Phase uint8

// Phases. A stopping task takes no room: ECS counts what it has as free at once.
// https://aws.amazon.com/about-aws/whats-new/2023/07/amazon-ecs-improves-task-launch-faster-deployments/
const (
	Running  Phase = iota
	Starting       // placed, not healthy yet
	Stopping
)

// Moment is what runs where at one time.
type Moment struct {
	Name  string // "start", "worst moment", "end"
	Note  string // what is special about it, a sentence; "" for nothing
	Zones []Zone // sorted by name; the same ones in all moments
}

// Zone is an Availability Zone with its instances.
type Zone struct {
	Name string // "" where the fleet doesn't tell
	Bins []Bin
}

// Bin is instances in a zone that are alike in all that is shown: what they have and what runs on them.
type Bin struct {
	Names     []Named
	Type      string // the instance type; "" where it isn't known
	Provider  string // the capacity provider; "" for none
	Instances int64
	Capacity  []int64               // of each, for each resource: what tasks that are not simulated leave
	Tasks     []Task                // on each, in the order of services
	Before    []certificate.Running // what runs there besides; it is in no bar
}

// Named is instances that have one name.
type Named struct {
	Name  string
	Count int64
}

// Task is equal tasks on each instance of a bin.
type Task struct {
	Service int // index in Cluster.Services
	Count   int64
	Phase   Phase
}

// Waiting is tasks without a place.
type Waiting struct {
	Service int // index in Cluster.Services
	Count   int64
	Event   string // the text that AWS sends; "" for none
	Blocked []Blocked
}

// Blocked is instances of a zone that can't take one more task, all for the same reason.
type Blocked struct {
	Zone      string
	Instances int64
	Name      string // of one of them
	Because   string // what is not about room: a provider, a zone, an expression; "" where Lacks tells
	Lacks     []Lack
}

// Lack is a resource of which a task takes more than there is.
type Lack struct {
	Resource int   // index in Cluster.Resources
	Need     int64 // what one task takes
	Most     int64 // the most that is free on one of the instances
}

// Case is a change and what the verdict is with it.
type Case struct {
	Change  string // "lose us-east-1a", "maximumPercent 150"
	Verdict Verdict
}

// Certificate is a proof to download.
type Certificate struct {
	Name  string // of the file: "run.json"
	Claim string // what it proves
	JSON  []byte // nil where it is too large to be part of a page
	Size  int    // bytes
}

// Origin is where a number comes from.
type Origin struct {
	Of    string // the service or the instances
	What  string // "count", "memory"
	Value string // "" where it is no number
	From  certificate.Source
}

// free is what the tasks leave on each instance of b, for each resource. A list that is too short counts as zeros.
func (c *Cluster) free(b *Bin) []int64 {
	free := make([]int64, len(c.Resources))
	copy(free, b.Capacity)
	for _, t := range b.Tasks {
		if t.Phase == Stopping {
			continue
		}
		for r := range free {
			free[r] -= t.Count * c.demand(t.Service, r)
		}
	}
	return free
}

func (c *Cluster) demand(service, resource int) int64 {
	if demand := c.Services[service].Demand; resource < len(demand) {
		return demand[resource]
	}
	return 0
}

// amounts are the indexes of the resources that have bars.
func (c *Cluster) amounts() []int {
	var all []int
	for r, resource := range c.Resources {
		if resource.Amount {
			all = append(all, r)
		}
	}
	return all
}

// taken are the names of ports and places that the tasks of a bin take whole.
func (c *Cluster) taken(b *Bin) []string {
	var all []string
	for r, resource := range c.Resources {
		takes := func(t Task) bool { return t.Phase != Stopping && t.Count > 0 && c.demand(t.Service, r) > 0 }
		if !resource.Amount && slices.ContainsFunc(b.Tasks, takes) {
			all = append(all, resource.Name)
		}
	}
	return all
}

// takenBy is taken for one task of a service.
func (c *Cluster) takenBy(service int) []string {
	return c.taken(&Bin{Tasks: []Task{{Service: service, Count: 1}}})
}

// slots tells for each service which name it has, counted from 0 in the order of first use: revisions of a service share one.
func (c *Cluster) slots() []int {
	seen := map[string]int{}
	slots := make([]int, len(c.Services))
	for i, s := range c.Services {
		slot, ok := seen[s.Name]
		if !ok {
			slot = len(seen)
			seen[s.Name] = slot
		}
		slots[i] = slot
	}
	return slots
}

// mark is the letter of a service: A to Z, then AA to AZ, BA to BZ and so on.
func mark(slot int, old bool) string {
	first := 'A'
	if old {
		first = 'a'
	}
	letters := ""
	for ; slot >= 0; slot = slot/26 - 1 {
		letters = string(first+rune(slot%26)) + letters
	}
	return letters
}
