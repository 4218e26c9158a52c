package project

import (
	"slices"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

const providerInUseText = "The specified capacity provider is in use and cannot be removed."

var serviceBeforeCapacityProvider = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "service-before-capacity-provider",
		Title:     "A service may be created before the cluster has its capacity providers, and outlive them",
		Subject:   "project",
		Engine:    rules.Go,
		Category:  rules.Reliability,
		Severity:  rules.Warning,
		Since:     "0.1.0",
		AWSErrors: []string{notAssociatedText, providerInUseText},
		Sources: []string{
			"https://github.com/aws/containers-roadmap/issues/631#issuecomment-816354807",
			"https://github.com/pahud/cdk-fargate-patterns/issues/71",
			"https://github.com/awsdocs/aws-cloudformation-user-guide/pull/1248",
			"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-dependson.html",
		},
	},
	Run: func(p *analysis.Pass) {
		s := p.Service()
		if s == nil || len(s.CapacityProviderStrategy.Items) == 0 {
			return
		}
		cluster := p.Project.Referred(s.Cluster)
		if cluster == nil || cluster.Type != ecs.TypeCluster {
			return
		}
		for _, o := range p.Project.Objects {
			capacity := o.ClusterCapacity()
			if capacity != nil && ecs.SameStack(p.Object, o) && !o.Origin.Uncertain && p.Project.Referred(capacity.Cluster) == cluster {
				checkAssociatedBefore(p, s.CapacityProviderStrategy, cluster, o)
			}
		}
	},
}

// checkAssociatedBefore reports a strategy with a capacity provider that the cluster has only by an association which the service
// doesn't wait for.
func checkAssociatedBefore(p *analysis.Pass, strategy value.List[ecs.CapacityProviderStrategyItem], cluster, association *ecs.Object) {
	own, associated := ownProviders(cluster.Cluster().CapacityProviders), ownProviders(association.ClusterCapacity().CapacityProviders)
	for _, item := range strategy.Items {
		if !associated.has(p.Project, item.CapacityProvider).IsTrue() || !own.has(p.Project, item.CapacityProvider).IsFalse() {
			continue
		}
		before, complete := p.Project.Before(p.Object)
		if !complete {
			p.Undecided(item.CapacityProvider)
			return
		}
		if slices.Contains(before, association) {
			return
		}
		p.Reportf(strategy, "nothing makes the service wait for %s, which gives the cluster its capacity providers", association.Origin.ID).
			Help("add DependsOn: %s to the service", association.Origin.ID).
			Note("If the service is created first, AWS refuses it: %q", notAssociatedText).
			Note("When the stack is deleted, the association may go first, and AWS refuses that: %q", providerInUseText).
			Related(association.ClusterCapacity().CapacityProviders, "the association")
		return
	}
}
