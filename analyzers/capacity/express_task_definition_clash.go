package capacity

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var expressTaskDefinitionClash = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "express-task-definition-clash",
		Title:    "A service of Express Mode has a task definition and says itself what that says",
		Subject:  "capacity",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // documented; AWS's answer isn't known
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateExpressGatewayService.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-overview.html",
		},
	},
	Run: func(p *analysis.Pass) {
		service := p.Object.ExpressService()
		if service == nil || p.Object.Output || service.TaskDefinitionArn.Absent() || !p.Known(service.TaskDefinitionArn) {
			return
		}
		for _, said := range []struct {
			name string
			at   interface {
				analysis.Unknowable
				Absent() bool
			}
		}{
			{"primaryContainer", service.PrimaryContainer},
			{"executionRoleArn", service.ExecutionRoleArn},
			{"taskRoleArn", service.TaskRoleArn},
			{"cpu", service.Cpu},
			{"memory", service.Memory},
			{"cpuArchitecture", service.CpuArchitecture},
		} {
			if p.Known(said.at) && !said.at.Absent() {
				p.Reportf(said.at, "%q stands beside a task definition, which says that itself", said.name).
					Help(`remove it, or "taskDefinitionArn"`).
					Related(service.TaskDefinitionArn, "the task definition")
			}
		}
	},
}
