package project

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
)

// clusterMadeBefore is the cluster of a name that the script of the pass's object makes before it; nil where it makes none.
func clusterMadeBefore(p *analysis.Pass, cluster value.Value[string]) (*ecs.Object, string) {
	text, ok := cluster.Get()
	if !ok {
		return nil, ""
	}
	name := lastPart(text)
	for _, o := range beside(p, ecs.TypeCluster) {
		own, _ := o.Cluster().ClusterName.Get()
		if o.Operation == "CreateCluster" && own == name && before(o, p.Object) {
			return o, name
		}
	}
	return nil, ""
}

// providersGiven are the capacity providers that scripts give a cluster: when it is made, later, and by making one for it.
func providersGiven(project *ecs.Project, cluster *ecs.Object, name string) providers {
	all := ownProviders(cluster.Cluster().CapacityProviders)
	add := func(of value.Value[string], list value.List[value.Value[string]]) {
		if text, known := of.Get(); !known || lastPart(text) == name {
			all.names = append(all.names, list.Items...)
			all.complete = all.complete && known && list.Complete
		}
	}
	for _, o := range project.Objects {
		if capacity := o.ClusterCapacity(); capacity != nil {
			add(capacity.Cluster, capacity.CapacityProviders)
		}
		if made := o.CapacityProvider(); made != nil && !made.Cluster.Absent() {
			add(made.Cluster, value.List[value.Value[string]]{Items: []value.Value[string]{made.Name}, Complete: true})
		}
	}
	return all
}
