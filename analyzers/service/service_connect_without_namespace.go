package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

const noNamespaceText = "Namespace is missing"

var serviceConnectWithoutNamespace = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "service-connect-without-namespace",
		Title:     "Service Connect has no namespace",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-svc-connect-without-namespace"},
		AWSErrors: []string{noNamespaceText},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-svc-connect-without-namespace",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectConfiguration.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ClusterServiceConnectDefaultsRequest.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		s := p.Service()
		config := s.ServiceConnectConfiguration
		if !p.Known(config.Enabled, config.Namespace) || !isTrue(config.Enabled) || !config.Namespace.Absent() {
			return
		}
		if made := p.Project.Referred(s.Cluster); made != nil && made.Type == ecs.TypeCluster {
			defaults := made.Cluster().ServiceConnectDefaults
			if p.Known(defaults) && defaults.Absent() {
				p.Reportf(config, "Service Connect has no namespace, and neither has cluster %s", made.Origin.ID).
					Help(`add "namespace", or "serviceConnectDefaults" to the cluster`).
					Note("%s", refusedWith(noNamespaceText))
			}
			return
		}
		if p.Known(s.Cluster) {
			p.Reportf(config, "Service Connect has no namespace: it takes the default of the cluster, and is refused where the cluster has none").
				Severity(rules.Info).
				Help(`add "namespace", or make sure that the cluster has a default`)
		}
	}),
}
