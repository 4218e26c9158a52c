package capacity

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var expressServiceWithoutContainer = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "express-service-without-container",
		Title:    "A service of Express Mode has neither a container nor a task definition",
		Subject:  "capacity",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // documented; AWS's answer isn't known
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateExpressGatewayService.html",
		},
	},
	Run: func(p *analysis.Pass) {
		service := p.Object.ExpressService()
		if service == nil || p.Object.Output || p.Object.Operation != "CreateExpressGatewayService" {
			return
		}
		if p.Known(service.PrimaryContainer, service.TaskDefinitionArn) && service.PrimaryContainer.Absent() && service.TaskDefinitionArn.Absent() {
			p.Reportf(service, "the service has neither a container nor a task definition to run").
				Help(`add "primaryContainer" with an "image", or "taskDefinitionArn"`)
		}
	},
}
