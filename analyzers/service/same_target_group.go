package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var sameTargetGroup = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "same-target-group",
		Title:    "A deployment is to shift traffic to where it comes from",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources:  []string{"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AdvancedConfiguration.html"},
	},
	Run: onInput(func(p *analysis.Pass) {
		for _, lb := range p.Service().LoadBalancers.Items {
			c := lb.AdvancedConfiguration
			if arn, ok := c.AlternateTargetGroupArn.Get(); ok && is(lb.TargetGroupArn, arn) || sameResource(p, lb.TargetGroupArn, c.AlternateTargetGroupArn) {
				p.Reportf(c.AlternateTargetGroupArn, "the alternate target group is the target group itself").
					Help("make a second target group, of the same kind").
					Related(lb.TargetGroupArn, "the target group")
			}
			if arn, ok := c.TestListenerRule.Get(); ok && is(c.ProductionListenerRule, arn) || sameResource(p, c.ProductionListenerRule, c.TestListenerRule) {
				p.Reportf(c.TestListenerRule, "the listener rule for tests is the one for production").
					Help("make a rule of its own for tests, or leave it out").
					Related(c.ProductionListenerRule, "the rule for production")
			}
		}
	}),
}

// sameResource reports two values that are the same resource of a template.
func sameResource(p *analysis.Pass, a, b value.Value[string]) bool {
	one := p.Project.Referred(a)
	return one != nil && one == p.Project.Referred(b)
}
