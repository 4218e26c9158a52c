package scenario

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/fleet"
	"github.com/ecslint/ecslint/internal/place"
	"github.com/ecslint/ecslint/internal/value"
)

// Waiting is tasks that find no place.
type Waiting struct {
	Job   *Job
	Type  int
	Count int64

	Because  string // of most instances: provider, zone, memberOf, or the name of a resource
	Need     int64  // of a resource: what one task takes
	Have     int64  // of a resource: the most that an instance has that could run it
	Blockers []string
	Event    string // what AWS sends

	wanted      int64 // of Alone: all tasks
	expression  int   // of memberOf: its index
	fitsNowhere bool  // of a resource: not even an empty instance has enough for one task
	reclaimed   bool  // Spot capacity is gone, whatever the quota is
	together    bool  // no need is enough by itself to keep the tasks waiting
}

// Waits are the tasks that wait at the end of the run that a result shows; where it shows none, of a run in which the types are placed
// one after the other.
func (s Scenario) Waits(r *place.Result) []Waiting {
	state, waiting := s.end(r)
	var all []Waiting
	for t, n := range waiting {
		if n > 0 && t < len(s.Jobs) {
			all = append(all, s.explain(state, t, n))
		}
	}
	return all
}

// end is what instances hold at the end of that run, or of one that places all, and how many tasks of each type wait.
func (s Scenario) end(r *place.Result) (state *state, waiting []int64) {
	state = newState(s.Problem)
	if run := worstRun(r); run != nil {
		for _, step := range run.Steps {
			state.place(int(step[0]), state.instance(int(step[1]), step[2]), 1)
		}
		return state, run.Waiting
	}
	return state, state.fill(s.Problem)
}

// worstRun is the run among the proofs that leaves most tasks waiting; nil where there is none.
func worstRun(r *place.Result) *certificate.Run {
	var worst *certificate.Run
	most := int64(-1)
	for _, c := range r.Proofs {
		if c.Kind != certificate.KindRun || c.Run == nil {
			continue
		}
		var n int64
		for _, w := range c.Run.Waiting {
			n += w
		}
		if n > most {
			worst, most = c.Run, n
		}
	}
	return worst
}

// explain says why tasks of a type wait: the cause that counts is the one of most instances that could run it at all.
func (s Scenario) explain(end *state, t int, n int64) Waiting {
	w := Waiting{Job: s.Jobs[t], Type: t, Count: n}
	counts := map[string]int{}
	for i := range end.class {
		because, need, have := end.blocked(t, i)
		if because == "" {
			because = "memberOf" // a dynamic one: nothing else is in the way
		}
		counts[because]++
		if heavier(because, w.Because, counts) {
			if because != w.Because {
				w.Have = 0
			}
			w.Because, w.Need = because, need
		}
		if because == w.Because {
			w.Have = max(w.Have, have)
		}
	}
	if r := slices.Index(s.Problem.Resources, w.Because); r >= 0 {
		for other, tasks := range s.Problem.Types {
			apart := tasks.Provider != "" && s.Problem.Types[t].Provider != "" && tasks.Provider != s.Problem.Types[t].Provider
			if tasks.Demand[r] > 0 && other != t && !apart && !slices.Contains(w.Blockers, tasks.Name) {
				w.Blockers = append(w.Blockers, tasks.Name)
			}
		}
	}
	if w.Because == "memberOf" {
		never := func(e certificate.Expression) bool { return !slices.Contains(e.Holds, true) }
		w.expression = max(slices.IndexFunc(s.Problem.Types[t].MemberOf, never), 0)
	}
	if r := slices.Index(s.Problem.Resources, w.Because); r >= 0 {
		var most int64
		for _, c := range s.Problem.Classes {
			most = max(most, c.Capacity[r])
		}
		if w.fitsNowhere = most < w.Need; w.fitsNowhere {
			w.Have, w.Blockers = most, nil
		}
	}
	w.reclaimed = w.Because == certificate.VCPU && slices.ContainsFunc(s.Problem.Classes, func(c certificate.Class) bool {
		return c.Provider == s.Problem.Types[t].Provider && c.From[certificate.VCPU].Note == fleet.Reclaimed
	})
	w.Event = s.event(w)
	return w
}

// heavier prefers causes of instances that came further: AWS speaks of "the closest matching" one.
func heavier(a, b string, counts map[string]int) bool {
	rank := func(cause string) int { return slices.Index([]string{"", "provider", "zone", "memberOf"}, cause) }
	ra, rb := rank(a), rank(b)
	if ra < 0 && rb < 0 {
		return counts[a] >= counts[b]
	}
	return ra < 0 || rb >= 0 && ra >= rb
}

// OfPlatform reports tasks that wait for an instance of the architecture or operating system of their task definition.
func (w Waiting) OfPlatform() bool { return w.of(byPlatform) }

// of reports tasks that wait for an instance that satisfies an expression of an origin.
func (w Waiting) of(o origin) bool {
	return w.Because == "memberOf" && w.Job.expressions[w.expression].origin == o
}

// Blame is where the reason stands that tasks wait.
func (w Waiting) Blame() (*ecs.Object, value.Located) {
	j := w.Job
	switch {
	case w.together:
		return j.Object, j.CountAt
	case w.OfPlatform():
		return j.TaskDefinition, j.TaskDefinition.TaskDefinition().RuntimePlatform
	case w.Because == "memberOf":
		return j.expressions[w.expression].in, j.expressions[w.expression].at
	case w.Because == "zone" && len(j.subnets) > 0:
		return j.Object, j.subnets[0]
	case w.Because == "provider" && len(j.providers) > 0:
		return j.Object, j.providers[0].at
	case strings.HasPrefix(w.Because, distinct) && j.distinct != nil:
		return j.Object, j.distinct
	}
	if n, at, _ := j.Demand.of(w.Because); n > 0 && w.Need > w.Have && !strings.Contains(w.Because, "/") && w.fitsNowhere {
		return j.TaskDefinition, at
	} else if n > 0 && strings.Contains(w.Because, "/") {
		return j.TaskDefinition, at
	}
	return j.Object, j.CountAt
}

// event is what AWS sends: an event of the service, or a failure of RunTask.
// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/api_failures_messages.html
func (s Scenario) event(w Waiting) string {
	if w.OfPlatform() {
		return "" // AWS may start the task, which then can't run
	}
	if w.Because == certificate.Address {
		return "" // AWS tells of it when the task is about to start
	}
	service := strings.TrimPrefix(w.Job.Group, "service:")
	if w.Job.Standalone {
		return "RunTask fails: " + w.failure()
	}
	if w.Job.Fargate {
		return fmt.Sprintf("(service %s) was unable to place a task. Reason: %s", service, w.failure())
	}
	const unable = "(service %s) was unable to place a task because no container instance met all of its requirements. %s " +
		"For more information, see the Troubleshooting section of the Amazon ECS Developer Guide."
	return fmt.Sprintf(unable, service, s.reason(w))
}

func (s Scenario) reason(w Waiting) string {
	const closest = "The closest matching (container-instance ID) "
	switch because := w.Because; {
	case because == "provider", because == "" && s.Problem.Types[w.Type].Provider != "":
		return "Reason: No Container Instances were found in your capacity provider."
	case because == "":
		return "Reason: No Container Instances were found in your cluster."
	case because == "zone":
		return closest + "is missing an attribute required by your task."
	case w.of(byFeature):
		return closest + "is missing an attribute required by your task."
	case because == "memberOf":
		return closest + `encountered error "MemberOf placement constraint unsatisfied.".`
	case because == "cpu":
		return closest + "has insufficient CPU units available."
	case because == "memory":
		return closest + "has insufficient memory available."
	case because == "eni":
		return closest + `encountered error "RESOURCE:ENI".`
	case because == "gpu":
		return closest + `encountered error "RESOURCE:GPU".`
	case strings.HasPrefix(because, distinct):
		return closest + `encountered error "DistinctInstance placement constraint unsatisfied.".`
	}
	return closest + "is already using a port required by your task."
}

func (w Waiting) failure() string {
	switch because := w.Because; {
	case w.reclaimed:
		return "Capacity is unavailable at this time. Please try again later or in a different availability zone"
	case because == certificate.VCPU:
		return "You've reached the limit on the number of vCPUs you can run concurrently"
	case w.of(byFeature):
		return "ATTRIBUTE"
	case because == "cpu", because == "memory", because == "eni", because == "gpu":
		return "RESOURCE:" + strings.ToUpper(because)
	case because == "zone":
		return "LOCATION"
	case because == "memberOf":
		return "MemberOf placement constraint unsatisfied."
	case because == "", because == "provider":
		return "No Container Instances were found in your cluster."
	case strings.HasPrefix(because, distinct):
		return "DistinctInstance placement constraint unsatisfied."
	}
	return "RESOURCE:PORTS"
}
