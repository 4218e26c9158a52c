package launch

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/internal/workload"
	"github.com/ecslint/ecslint/rules"
)

const (
	noConstraintsText = "Placement constraints are not supported with FARGATE launch type."
	noStrategiesText  = "Placement strategies are not supported with FARGATE launch type."
)

var placementOnFargate = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "placement-on-fargate",
		Title:     "Tasks on Fargate have placement constraints or strategies",
		Subject:   "launch",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-service-fargate-placement"},
		AWSErrors: []string{noConstraintsText, noStrategiesText},
		Unfit:     true,
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-service-fargate-placement",
			"https://github.com/GetSimpl/cloudlift/pull/138",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement.html",
		},
	},
	Run: each(func(p *analysis.Pass, w workload.Workload) {
		fargate, ok := w.OnFargate(p)
		if !ok {
			return
		}
		if hasItems(w.PlacementConstraints) {
			refusePlacement(p, w, fargate, w.PlacementConstraints, "placement constraints", noConstraintsText)
		}
		if hasItems(w.PlacementStrategy) {
			refusePlacement(p, w, fargate, w.PlacementStrategy, "placement strategies", noStrategiesText)
		}
	}),
}

func refusePlacement(p *analysis.Pass, w workload.Workload, fargate workload.Launch, at value.Located, what, text string) {
	b := p.Reportf(at, "the %s has %s, which need container instances to choose from, and %s has none", w.Kind, what, fargate.By).
		Help("remove them: tasks on Fargate are spread over the subnets by themselves").
		Related(fargate.At, "the tasks run on Fargate")
	if fargate.ByType && w.RunsService() {
		b.Note("%s", workload.Refusal(w.Of, text))
	} else {
		b.Severity(rules.Warning) // AWS's answer is known for services with a launch type only
	}
}
