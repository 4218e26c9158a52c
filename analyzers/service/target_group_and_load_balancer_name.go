package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const bothTargetsText = "loadBalancerName and targetGroupArn cannot both be specified"

var targetGroupAndLoadBalancerName = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "target-group-and-load-balancer-name",
		Title:     "A load balancer has a target group and the name of a Classic Load Balancer",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-service-lb-target-exclusive"},
		AWSErrors: []string{bothTargetsText},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-service-lb-target-exclusive",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		for _, lb := range balancedOf(p).loadBalancers.Items {
			name, ok := lb.LoadBalancerName.Get()
			if !p.Known(lb.LoadBalancerName, lb.TargetGroupArn) || !ok || !isSet(lb.TargetGroupArn) {
				continue
			}
			p.Reportf(lb.LoadBalancerName, "load balancer %q is named beside a target group: only one of them can be given", name).
				Help(`remove "loadBalancerName", which is for Classic Load Balancers only`).
				Related(lb.TargetGroupArn, "the target group").
				Note("%s", refusedWith(bothTargetsText))
		}
	}),
}
