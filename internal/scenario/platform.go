package scenario

import (
	"slices"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/fleet"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/internal/workload"
)

// platform tells where the tasks run: by the launch type or the capacity provider strategy, else by that of the cluster.
func (r *reader) platform(j *Job, w workload.Workload, cluster value.Value[string]) *unknown {
	if w.LaunchType.Unknown() {
		return notKnown(w.LaunchType, "its launch type isn't known")
	}
	if w.CapacityProviderStrategy.Unknown() {
		return notKnown(w.CapacityProviderStrategy, "its capacity provider strategy isn't known")
	}
	strategy := w.CapacityProviderStrategy
	switch name, _ := w.LaunchType.Get(); {
	case name == "FARGATE":
		j.Fargate, j.providers = true, []share{{provider: onDemand, weight: 1, at: w.LaunchType}}
		return nil
	case name == "EC2":
		return nil
	case name != "":
		return notKnown(w.LaunchType, "tasks of launch type %s aren't simulated", name)
	case strategy.Absent():
		var u *unknown
		if strategy, u = r.defaultStrategy(j, cluster); u != nil {
			return u
		}
	}
	if strategy.Absent() {
		return r.noLaunchType(j)
	}
	return r.shares(j, strategy)
}

// defaultStrategy is that of the cluster, where it is among the objects.
func (r *reader) defaultStrategy(j *Job, cluster value.Value[string]) (value.List[ecs.CapacityProviderStrategyItem], *unknown) {
	var found []value.List[ecs.CapacityProviderStrategyItem]
	for _, o := range r.project.Objects {
		switch {
		case o.Type == ecs.TypeCluster && r.isCluster(cluster, o, o):
			found = append(found, o.Cluster().DefaultCapacityProviderStrategy)
		case o.Type == ecs.TypeClusterCapacity && r.isCluster(cluster, o, r.project.Referred(o.ClusterCapacity().Cluster)):
			found = append(found, o.ClusterCapacity().DefaultCapacityProviderStrategy)
		}
	}
	found = slices.DeleteFunc(found, func(l value.List[ecs.CapacityProviderStrategyItem]) bool { return l.Absent() })
	switch {
	case len(found) == 0:
		return value.List[ecs.CapacityProviderStrategyItem]{Complete: true}, nil
	case len(found) > 1 || found[0].Unknown():
		return found[0], notKnown(found[0], "the default capacity provider strategy of its cluster isn't known")
	}
	return found[0], nil
}

// isCluster tells whether a cluster is the one that is made, if that is in sight, else whether an object is about the one of that name.
func (r *reader) isCluster(cluster value.Value[string], about, made *ecs.Object) bool {
	if referred := r.project.Referred(cluster); referred != nil {
		return referred == made
	}
	wanted, known := cluster.Or("default")
	own, named := about.Name()
	return known && named && lastPart(wanted) == lastPart(own)
}

// noLaunchType takes what the API takes: EC2. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html
func (r *reader) noLaunchType(j *Job) *unknown {
	required := j.TaskDefinition.TaskDefinition().RequiresCompatibilities
	isEC2 := slices.ContainsFunc(required.Items, func(v value.Value[string]) bool { name, _ := v.Get(); return name == "EC2" })
	if !required.Absent() && !isEC2 {
		return notKnown(value.Root(j.Object.Root), "it has neither a launch type nor a capacity provider strategy, and its task definition isn't for EC2")
	}
	isOnly := isEC2 && required.Complete && len(required.Items) == 1
	if r.sure && !isOnly && j.Demand.mode == "awsvpc" {
		return notKnown(value.Root(j.Object.Root), "it has no launch type, and the cluster may have Fargate as its default")
	}
	r.assumed = append(r.assumed, "The cluster has no default capacity provider strategy: "+j.Name+" has no launch type, so it runs on container instances.")
	return nil
}

// shares reads the items of a capacity provider strategy.
func (r *reader) shares(j *Job, strategy value.List[ecs.CapacityProviderStrategyItem]) *unknown {
	var fargate, weights int64
	for _, item := range strategy.Items {
		name, ok := item.CapacityProvider.Get()
		if made := r.project.Referred(item.CapacityProvider); made != nil && made.Type == ecs.TypeCapacityProvider {
			if name, ok = fleet.ProviderName(made), true; r.calledOtherwise(made) {
				return notKnown(item, "the name of its capacity provider isn't known, by which the fleet tells its instances")
			}
		} else if r.sure && r.fleet != nil && r.fleet.OfTemplate && name != onDemand && name != spot {
			return notKnown(item, "whether its capacity provider is one of the template isn't known")
		}
		weight, known := item.Weight.Or(0)
		base, knownBase := item.Base.Or(0)
		const most = 100_000
		if !ok || !known || !knownBase || min(weight, base) < 0 || max(weight, base) > most {
			return notKnown(item, "its capacity provider strategy isn't known")
		}
		if isSecret(j.Object, name) {
			return notKnown(item, "its capacity provider strategy holds a secret")
		}
		if name == onDemand || name == spot {
			fargate++
		}
		weights += weight
		j.providers = append(j.providers, share{name, base, weight, item})
	}
	switch n := int64(len(j.providers)); {
	case fargate > 0 && fargate < n:
		return notKnown(strategy, "its capacity provider strategy mixes Fargate with others, which AWS refuses")
	case weights == 0 && n > 1:
		return notKnown(strategy, "no item of its capacity provider strategy has a weight, which AWS refuses")
	case weights == 0:
		j.providers[0].weight = 1
	}
	j.Fargate = fargate > 0
	return nil
}

// calledOtherwise reports a capacity provider that has no name in its template, where the fleet isn't made of that.
func (r *reader) calledOtherwise(made *ecs.Object) bool {
	_, named := made.Name()
	return !named && r.fleet != nil && !r.fleet.OfTemplate && slices.ContainsFunc(r.fleet.Groups, func(g fleet.Group) bool { return g.Provider != "" })
}

// The capacity providers of Fargate.
const (
	onDemand = "FARGATE"
	spot     = "FARGATE_SPOT"
)

// splits are all ways in which ECS may divide tasks among the items: the bases first, then what is left by weight, where each gets
// its share rounded down or up. How AWS rounds isn't documented:
// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-capacity-providers.html
func splits(count int64, shares []share) [][]int64 {
	bases := make([]int64, len(shares))
	var weights int64
	for i, s := range shares {
		bases[i] = min(s.base, count)
		count -= bases[i]
		weights += s.weight
	}
	if weights == 0 {
		return [][]int64{bases}
	}
	floors := make([]int64, len(shares))
	rest := count
	var rounded []int // the items whose share isn't whole
	for i, s := range shares {
		floors[i] = bases[i] + count*s.weight/weights
		rest -= count * s.weight / weights
		if count*s.weight%weights != 0 {
			rounded = append(rounded, i)
		}
	}
	return roundings(floors, rounded, rest)
}

// roundings give one more to rest of the items.
func roundings(floors []int64, items []int, rest int64) [][]int64 {
	switch {
	case rest == 0:
		return [][]int64{floors}
	case int64(len(items)) < rest:
		return nil
	}
	up := slices.Clone(floors)
	up[items[0]]++
	return append(roundings(up, items[1:], rest-1), roundings(floors, items[1:], rest)...)
}
