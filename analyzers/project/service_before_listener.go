package project

import (
	"slices"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var serviceBeforeListener = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "service-before-listener",
		Title:     "A service may be created before the listener that its target group needs",
		Subject:   "project",
		Engine:    rules.Go,
		Category:  rules.Reliability,
		Severity:  rules.Warning,
		Since:     "0.1.0",
		AWSErrors: []string{noBalancerText},
		Sources: []string{
			"https://github.com/aws/aws-cdk/issues/1160",
			"https://github.com/aws-samples/ecs-refarch-cloudformation/pull/5",
			"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-dependson.html",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, lb := range loadBalancersOf(p) {
			group := p.Project.Referred(lb.TargetGroupArn)
			if group.TargetGroup() != nil && ecs.SameStack(p.Object, group) {
				checkOrder(p, lb.TargetGroupArn, group)
			}
		}
	},
}

func checkOrder(p *analysis.Pass, arn value.Value[string], group *ecs.Object) {
	listeners, complete := p.Project.ListenersOf(group)
	if len(listeners) == 0 {
		return
	}
	before, whole := p.Project.Before(p.Object)
	if !complete || !whole {
		p.Undecided(arn)
		return
	}
	for _, listener := range listeners {
		if !ecs.SameStack(p.Object, listener) || slices.Contains(before, listener) {
			return
		}
	}
	first := listeners[0]
	p.Reportf(arn, "nothing makes the service wait for %s, which ties target group %s to a load balancer", first.Origin.ID, group.Origin.ID).
		Help("add DependsOn: %s to the service", first.Origin.ID).
		Note("If the service is created first, AWS refuses it: %q", noBalancerText).
		Related(first.Listener().Where(), "the listener")
}
