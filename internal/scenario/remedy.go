package scenario

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/fleet"
	"github.com/ecslint/ecslint/internal/place"
)

// Remedy is a change with which every run places all tasks: that was decided anew, with all else as it is.
type Remedy struct {
	Name      string // "one more m5.large in us-east-1b"
	Price     string // what it costs beside, a part of a sentence; "" for nothing that has to be said
	Judgement *Judgement

	Job *Job     // whose files are changed; nil where that isn't one
	Fix diag.Fix // the edit that makes it; without edits where it is none
}

// Words are the change, and what it costs.
func (r Remedy) Words() string {
	if r.Price != "" {
		return r.Name + ": " + r.Price
	}
	return r.Name
}

const (
	mostRemedies  = 3
	remedyNodes   = 400_000 // for each that is tried
	mostInstanced = 8       // groups of which one more is tried
)

// Remedies are some for a verdict, the cheapest first: another strategy, a dynamic host port, less memory, one more instance.
func (p *Plan) Remedies(ctx context.Context, j *Judgement, b place.Budget) []Remedy {
	if j.Verdict == place.Always || j.Verdict == place.Unproven || j.Question.build == nil || p.Fleet == nil {
		return nil
	}
	b.Nodes = min(b.Nodes, remedyNodes)
	shown, result := j.Shows()
	waits := shown.Waits(result)
	var tried []Change
	if j.Reason != place.Impossible {
		tried = append(tried, strategiesFor(result)...)
	}
	tried = append(tried, dynamicPorts(waits)...)
	r := &remedies{ctx: ctx, plan: p, budget: b}
	for _, c := range tried {
		r.try(c)
	}
	for _, w := range waits {
		r.lowerMemory(w)
	}
	for i, g := range p.Fleet.Groups[:min(len(p.Fleet.Groups), mostInstanced)] {
		r.try(Change{Name: "one more " + g.Name, Fleet: func(f *fleet.Fleet) { f.Add(i) }})
	}
	for _, w := range waits {
		r.fewer(w)
	}
	return r.found
}

type remedies struct {
	ctx    context.Context
	plan   *Plan
	budget place.Budget
	found  []Remedy
}

// with is the judgement if a change were made; nil where there is none.
func (r *remedies) with(c Change) *Judgement {
	if r.ctx.Err() != nil {
		return nil
	}
	plan, problems := r.plan.With(c)
	if len(problems) > 0 {
		return nil
	}
	q := plan.instances()
	if q == nil {
		return nil
	}
	return Judge(r.ctx, q, r.budget, nil)
}

func (r *remedies) try(c Change) {
	if len(r.found) >= mostRemedies {
		return
	}
	if j := r.with(c); j != nil && j.Verdict == place.Always {
		r.found = append(r.found, Remedy{Name: c.Name, Judgement: j, Job: c.of, Fix: c.fix})
	}
}

// strategiesFor are strategies for all services, that which did better first.
func strategiesFor(result *place.Result) []Change {
	all := [][]certificate.Strategy{{{Type: "binpack", Field: "memory"}}, {{Type: "binpack", Field: "cpu"}}}
	if result.Better != nil {
		all = append([][]certificate.Strategy{result.Better}, slices.DeleteFunc(all, func(s []certificate.Strategy) bool {
			return slices.Equal(s, result.Better)
		})...)
	}
	var changes []Change
	for _, s := range all {
		changes = append(changes, Change{
			Name: "the strategy " + StrategyWords(s) + " for all services",
			Job: func(j *Job) {
				if !j.Standalone && !j.Daemon {
					j.strategy = s
				}
			},
		})
	}
	return changes
}

// StrategyWords are a placement strategy in words.
func StrategyWords(all []certificate.Strategy) string {
	var parts []string
	for _, s := range all {
		switch {
		case s.Field == "":
			parts = append(parts, s.Type)
		case s.Type == "binpack":
			parts = append(parts, "binpack on "+s.Field)
		default:
			parts = append(parts, s.Type+" over "+s.Field)
		}
	}
	return strings.Join(parts, ", then ")
}

// dynamicPorts are hostPort 0 for services whose tasks wait for a port.
func dynamicPorts(waits []Waiting) []Change {
	var all []Change
	for _, w := range waits {
		if w.Because == ports || strings.HasPrefix(w.Because, "tcp/") || strings.HasPrefix(w.Because, "udp/") {
			all = append(all, w.Job.withAnyPorts()...)
		}
	}
	return all
}

// withAnyPorts is hostPort 0 in the task definition of a job; none where it has no static ports, or where its mode lets it have no others:
// only bridge does.
func (j *Job) withAnyPorts() []Change {
	if len(j.Demand.ports) == 0 || j.Demand.mode != "bridge" {
		return nil
	}
	return []Change{{
		Name: "hostPort 0 for " + j.Name, of: j, fix: j.anyPorts(),
		Job: func(other *Job) {
			if other.TaskDefinition == j.TaskDefinition {
				other.Demand.ports = nil
			}
		},
	}}
}

// fewer is as many tasks as the run had room for.
func (r *remedies) fewer(w Waiting) {
	left := w.Job.Count - w.Count
	if w.Job.Standalone || w.Job.Daemon || left <= 0 {
		return
	}
	r.try(Change{
		Name: fmt.Sprintf("desiredCount %d for %s", left, w.Job.Name), of: w.Job, fix: setTo(w.Job.CountAt, left),
		Job: func(j *Job) {
			if j.Object == w.Job.Object {
				j.scale(left, fmt.Sprintf("supposed to be %d", left))
			}
		},
	})
}

// lowerMemory looks for the most memory with which tasks that fit nowhere find room. Less than half is no remedy.
func (r *remedies) lowerMemory(w Waiting) {
	if w.Because != "memory" || !w.fitsNowhere || w.Have*2 < w.Need || len(r.found) >= mostRemedies {
		return
	}
	r.try(Change{
		Name: fmt.Sprintf("%d MiB of memory for a task of %s", w.Have, w.Job.Name),
		Job: func(j *Job) {
			if j.Group == w.Job.Group {
				j.Demand.memory.n = min(j.Demand.memory.n, w.Have)
			}
		},
	})
}
