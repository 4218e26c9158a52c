package scaling

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var scaledDaemon = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "scaled-daemon",
		Title:    "A service that runs one task on each instance is to scale",
		Subject:  "scaling",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // documented; AWS's answer isn't known
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service-options.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html",
		},
	},
	Run: func(p *analysis.Pass) {
		service := scaledService(p)
		if service == nil {
			return
		}
		scheduling := service.Service().SchedulingStrategy
		if name, _ := scheduling.Get(); !p.Known(scheduling) || name != "DAEMON" {
			return
		}
		p.Reportf(p.Object.ScalableTarget().ResourceId, "%s is a daemon, with one task on each container instance: it can't scale", service.Label()).
			Help("scale the Auto Scaling group of the instances, or make the service a REPLICA").
			Related(scheduling, "the scheduling strategy")
	},
}
