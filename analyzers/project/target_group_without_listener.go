package project

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const noBalancerText = "The target group with targetGroupArn ... does not have an associated load balancer."

var targetGroupWithoutListener = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "target-group-without-listener",
		Title:     "No listener forwards to the target group of a service",
		Subject:   "project",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{noBalancerText},
		Sources: []string{
			"https://github.com/hashicorp/terraform/issues/32908",
			"https://github.com/aws/aws-cdk/issues/34290",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-load-balancing.html",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, lb := range loadBalancersOf(p) {
			group := p.Project.Referred(lb.TargetGroupArn)
			if group.TargetGroup() == nil {
				continue
			}
			listeners, complete := p.Project.ListenersOf(group)
			switch {
			case len(listeners) > 0:
			case !complete:
				p.Undecided(lb.TargetGroupArn)
			default:
				p.Reportf(lb.TargetGroupArn, "no listener and no rule of one forwards to target group %s", group.Origin.ID).
					Help("forward to %s in the actions of a listener or of a listener rule, and let the service depend on that", group.Origin.ID).
					Note("AWS refuses it: %q", noBalancerText).
					Related(group.TargetGroup().Where(), "the target group")
			}
		}
	},
}
