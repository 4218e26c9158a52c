package project

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

const notAssociatedText = "The specified capacity provider strategy cannot contain a capacity provider that is not associated with the cluster"

var unassociatedCapacityProvider = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:       "unassociated-capacity-provider",
		Title:      "A strategy names a capacity provider that its cluster doesn't have",
		Subject:    "project",
		Engine:     rules.Go,
		Category:   rules.Correctness,
		Severity:   rules.Error,
		Since:      "0.1.0",
		Aliases:    []string{"cdk-preflight:ecs-cluster-default-strategy-provider-not-listed"},
		AWSErrors:  []string{notAssociatedText},
		Supersedes: []string{"misnamed-capacity-provider"},
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCluster.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PutClusterCapacityProviders.html",
			"https://github.com/aws/containers-roadmap/issues/631",
			"https://github.com/dask/dask-cloudprovider/issues/328",
		},
	},
	Run: func(p *analysis.Pass) {
		switch o := p.Object; o.Type {
		case ecs.TypeCluster:
			checkStrategy(p, o.Cluster().DefaultCapacityProviderStrategy, ownProviders(o.Cluster().CapacityProviders), "the cluster", rules.Error)
		case ecs.TypeClusterCapacity:
			checkStrategy(p, o.ClusterCapacity().DefaultCapacityProviderStrategy, ownProviders(o.ClusterCapacity().CapacityProviders), "the cluster", rules.Error)
		case ecs.TypeService:
			checkInCluster(p, o.Service().Cluster, o.Service().CapacityProviderStrategy)
		case ecs.TypeTaskSet:
			checkInCluster(p, o.TaskSet().Cluster, o.TaskSet().CapacityProviderStrategy)
		case ecs.TypeTask:
			checkInCluster(p, o.Task().Cluster, o.Task().CapacityProviderStrategy)
		}
	},
}

// providers are the capacity providers of a cluster.
type providers struct {
	names    []value.Value[string]
	complete bool // there are no others
}

func ownProviders(list value.List[value.Value[string]]) providers {
	return providers{list.Items, list.Complete}
}

func checkInCluster(p *analysis.Pass, cluster value.Value[string], strategy value.List[ecs.CapacityProviderStrategyItem]) {
	if len(strategy.Items) == 0 {
		return
	}
	if found := p.Project.Referred(cluster); found != nil && found.Type == ecs.TypeCluster {
		checkStrategy(p, strategy, providersOf(p.Project, found), "cluster "+found.Origin.ID, rules.Error)
		return
	}
	if found, name := clusterMadeBefore(p, cluster); found != nil {
		// a cluster that was there before may have others by now
		checkStrategy(p, strategy, providersGiven(p.Project, found, name), "cluster "+name, rules.Warning)
	}
}

// providersOf are the capacity providers that a cluster is made with, and those that are associated with it.
func providersOf(project *ecs.Project, cluster *ecs.Object) providers {
	all := ownProviders(cluster.Cluster().CapacityProviders)
	all.complete = all.complete && project.ClosedFor(cluster)
	for _, o := range project.Objects {
		capacity := o.ClusterCapacity()
		if capacity == nil {
			continue
		}
		other := project.Referred(capacity.Cluster)
		if other == nil || other == cluster {
			all.names = append(all.names, capacity.CapacityProviders.Items...)
			all.complete = all.complete && other == cluster && capacity.CapacityProviders.Complete && !o.Origin.Uncertain
		}
	}
	return all
}

// has tells whether a provider is one of them. One that is made for a cluster needs no association.
func (of providers) has(project *ecs.Project, provider value.Value[string]) value.Tri {
	if made := providerMade(project, provider); made != nil && !made.CapacityProvider().Cluster.Absent() {
		return value.True
	}
	answer := value.TriOf(false)
	if !of.complete {
		answer = value.Unknown
	}
	for _, other := range of.names {
		answer = answer.Or(sameProvider(project, provider, other))
	}
	return answer
}

// sameProvider compares names as they are written, known or not.
func sameProvider(project *ecs.Project, a, b value.Value[string]) value.Tri {
	one, other := providerMade(project, a), providerMade(project, b)
	name, known := a.Get()
	otherName, otherKnown := b.Get()
	switch {
	case one != nil && other != nil:
		return value.TriOf(one == other)
	case known && otherKnown:
		return value.TriOf(name == otherName)
	case one != nil && ofFargate(otherName), other != nil && ofFargate(name):
		return value.False
	}
	return value.Unknown
}

// providerMade is the capacity provider of the template that a value refers to; nil for none.
func providerMade(project *ecs.Project, provider value.Value[string]) *ecs.Object {
	if o := project.Referred(provider); o != nil && o.Type == ecs.TypeCapacityProvider {
		return o
	}
	return nil
}

// ofFargate reports a capacity provider that every account has: none that someone makes is named like it.
func ofFargate(name string) bool { return name == "FARGATE" || name == "FARGATE_SPOT" }

func checkStrategy(p *analysis.Pass, strategy value.List[ecs.CapacityProviderStrategyItem], of providers, cluster string, severity rules.Severity) {
	for _, item := range strategy.Items {
		name, known := item.CapacityProvider.Get()
		if made := providerMade(p.Project, item.CapacityProvider); made != nil {
			name, known = made.Origin.ID, true
		}
		if !known {
			continue
		}
		switch has := of.has(p.Project, item.CapacityProvider); {
		case has.IsUnknown():
			p.Undecided(item.CapacityProvider)
		case has.IsFalse():
			p.Reportf(item.CapacityProvider, "the strategy names capacity provider %q, which %s doesn't have", name, cluster).
				Severity(severity).
				Help("add it to the capacity providers of the cluster").
				Note("AWS refuses it: %q", notAssociatedText)
		}
	}
}
