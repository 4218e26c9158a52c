package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var loadBalancerWithoutTarget = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "load-balancer-without-target",
		Title:    "A load balancer of a service names neither a target group nor a Classic Load Balancer",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources:  []string{"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html"},
	},
	Run: onInput(func(p *analysis.Pass) {
		if mayBeCompleted(p) {
			return
		}
		for _, lb := range balancedOf(p).loadBalancers.Items {
			if !p.Known(lb.Object, lb.TargetGroupArn, lb.LoadBalancerName) || !lb.TargetGroupArn.Absent() || !lb.LoadBalancerName.Absent() {
				continue
			}
			p.Reportf(lb, "a load balancer names neither a target group nor a Classic Load Balancer").
				Help(`add "targetGroupArn"`)
		}
	}),
}
