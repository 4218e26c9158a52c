package certificate

import (
	"math"
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

// best tells whether no feasible instance is ranked better than h.
func (e *replay) best(t int, h *host) bool {
	rank := e.ranker(t)
	mine := rank(h)
	return !slices.ContainsFunc(e.instances, func(o *host) bool {
		return e.feasible(t, o) && slices.Compare(rank(o), mine) < 0
	})
}

// ranker gives each instance a number for each strategy: less is better, and a strategy counts where those before it are equal.
func (e *replay) ranker(t int) func(*host) []int64 {
	group, order := e.problem.Types[t].Group, e.problem.Types[t].Order()
	buckets := make([]map[string]int64, len(order))
	for i, s := range order {
		buckets[i] = map[string]int64{}
		for _, h := range e.instances {
			if s.Type == "spread" && !s.OverInstances() {
				buckets[i][s.Bucket(&e.problem.Classes[h.class])] += h.groups[group]
			}
		}
	}
	return func(h *host) []int64 {
		ranks := make([]int64, len(order))
		for i, s := range order {
			switch {
			case s.Type == "spread" && s.OverInstances():
				ranks[i] = h.groups[group]
			case s.Type == "spread":
				ranks[i] = buckets[i][s.Bucket(&e.problem.Classes[h.class])]
			case s.Type == "binpack":
				ranks[i] = e.free(h, strings.ToLower(s.Field))
			}
		}
		return ranks
	}
}

// free is what is free of a resource on an instance; where nothing is said of it, instances are equal.
func (e *replay) free(h *host, resource string) int64 {
	if i := slices.Index(e.problem.Resources, resource); i >= 0 {
		return h.free[i]
	}
	return math.MaxInt64
}
