package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

var execWithoutNewDeployment = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "exec-without-new-deployment",
		Title:    "ECS Exec is switched on for a service, but its running tasks stay as they are",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Operations,
		Severity: rules.Info,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec-run.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		s := p.Service()
		if p.Object.Operation != "UpdateService" || mayBeCompleted(p) || !isTrue(s.EnableExecuteCommand) {
			return
		}
		force, _ := s.ForceNewDeployment.Get()
		if force || !p.Known(s.ForceNewDeployment) || p.Object.Root.Incomplete || startsDeployment(s) {
			return
		}
		p.Reportf(s.EnableExecuteCommand, "ECS Exec is switched on, but only new tasks have it, and nothing in this update starts any").
			Help("add --force-new-deployment")
	}),
}

// startsDeployment reports that an update changes, or may change, what only a deployment brings to the tasks.
func startsDeployment(s *ecs.Service) bool {
	for _, member := range []interface{ Absent() bool }{
		s.TaskDefinition, s.LoadBalancers, s.NetworkConfiguration, s.PlatformVersion, s.ServiceConnectConfiguration,
		s.ServiceRegistries, s.VolumeConfigurations, s.VpcLatticeConfigurations,
	} {
		if !member.Absent() {
			return true
		}
	}
	return false
}
