package certificate

import (
	"slices"
	"strings"
)

// defaultStrategy is that of services without one:
// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_definition_parameters.html
var defaultStrategy = []Strategy{{Type: "spread", Field: attributePrefix + zoneAttribute}, {Type: "spread", Field: "instanceId"}}

// Order is the strategy by which a type's tasks are placed. None: any instance may be taken.
func (t Type) Order() []Strategy {
	if len(t.Strategy) == 0 && !t.Standalone {
		return defaultStrategy
	}
	return t.Strategy
}

// OverInstances tells of a spread whether it is over instances, not over the values of an attribute.
func (s Strategy) OverInstances() bool { return !strings.HasPrefix(s.Field, attributePrefix) }

// Bucket tells instances of one value of the attribute by which tasks are spread from those of another. Instances without it have a
// bucket in common, that of no value: what AWS does with them is not documented.
func (s Strategy) Bucket(c *Class) string {
	if value, has := c.attribute(strings.TrimPrefix(s.Field, attributePrefix)); has {
		return "=" + value
	}
	return ""
}

// best tells whether no feasible instance is ranked better than h: a strategy counts where those before it rank both equal.
func (e *replay) best(t int, h *host) bool {
	var ranks []func(*host) int64
	var mine []int64
	for _, s := range e.problem.Types[t].Order() {
		e.spend(8*len(e.first) + len(e.problem.Resources))
		rank := e.rank(s, e.problem.Types[t].Group)
		ranks, mine = append(ranks, rank), append(mine, rank(h))
	}
	better := func(o *host) bool {
		e.spend(1 + 8*len(ranks)) // maps are dear
		for i, rank := range ranks {
			if n := rank(o); n != mine[i] {
				return n < mine[i]
			}
		}
		return false
	}
	return !slices.ContainsFunc(e.instances, func(o *host) bool { return better(o) && e.feasible(t, o) })
}

// rank gives each instance a number by a strategy: less is better. Where nothing is said of a resource instances are equal.
func (e *replay) rank(s Strategy, group string) func(*host) int64 {
	resource := slices.Index(e.problem.Resources, strings.ToLower(s.Field))
	switch {
	case s.Type == "binpack" && resource >= 0:
		return func(h *host) int64 { return h.free[resource] }
	case s.Type == "spread" && s.OverInstances():
		return func(h *host) int64 { return h.groups[group] }
	case s.Type == "spread":
		buckets, of := map[string]int64{}, make([]int64, len(e.first))
		for c, n := range e.running[group] {
			buckets[s.Bucket(&e.problem.Classes[c])] += n
		}
		for c := range of {
			of[c] = buckets[s.Bucket(&e.problem.Classes[c])]
		}
		return func(h *host) int64 { return of[h.class] }
	}
	return func(*host) int64 { return 0 }
}
