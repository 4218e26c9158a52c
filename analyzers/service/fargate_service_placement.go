package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

const (
	noConstraintsText = "Placement constraints are not supported with FARGATE launch type."
	noStrategiesText  = "Placement strategies are not supported with FARGATE launch type."
)

var fargateServicePlacement = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "fargate-service-placement",
		Title:    "A service on Fargate has placement constraints or strategies",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Error,
		Since:    "0.1.0",
		Aliases:  []string{"cdk-preflight:ecs-service-fargate-placement"},
		AWSErrors: []string{
			noConstraintsText,
			noStrategiesText,
		},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-service-fargate-placement",
			"https://github.com/GetSimpl/cloudlift/pull/138",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		l, ok := onFargate(p)
		if !ok {
			return
		}
		s := p.Service()
		if hasItems(s.PlacementConstraints) {
			l.refusePlacement(p, s.PlacementConstraints, "placement constraints", noConstraintsText)
		}
		if hasItems(s.PlacementStrategy) {
			l.refusePlacement(p, s.PlacementStrategy, "placement strategies", noStrategiesText)
		}
	}),
}

func (l launch) refusePlacement(p *analysis.Pass, at value.Located, what, text string) {
	b := p.Reportf(at, "the service has %s, but its tasks run on Fargate, which has no instances to choose from; %s decides that", what, l.by).
		Help("remove them; the subnets of the service decide about the Availability Zones").
		Related(l.at, "the tasks run on Fargate")
	if l.byType {
		b.Note("%s", refusedWith(text))
	} else {
		b.Severity(rules.Warning)
	}
}
