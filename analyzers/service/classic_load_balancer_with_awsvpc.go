package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const classicOnFargateText = "Classic Load Balancers are not supported with Fargate"

var classicLoadBalancerWithAwsvpc = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "classic-load-balancer-with-awsvpc",
		Title:     "A Classic Load Balancer is to balance tasks that have network interfaces of their own",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-svc-classic-lb-with-fargate"},
		AWSErrors: []string{classicOnFargateText},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-svc-classic-lb-with-fargate",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		a, ok := launched(p).UsesAwsvpc(p)
		if !ok {
			return
		}
		for _, lb := range balancedOf(p).loadBalancers.Items {
			name, ok := lb.LoadBalancerName.Get()
			if !p.Known(lb.LoadBalancerName) || !ok {
				continue
			}
			b := p.Reportf(lb.LoadBalancerName, "Classic Load Balancer %q can't balance tasks in network mode awsvpc; %s", name, a.Because).
				Help("use an Application or Network Load Balancer with a target group of type ip").
				Related(a.At, "the tasks use network mode awsvpc")
			if l, ok := launched(p).OnFargate(p); ok && l.ByType {
				b.Note("%s", refusedWith(classicOnFargateText))
			} else {
				b.Severity(rules.Warning)
			}
		}
	}),
}
