package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const proxyModeText = "APPMESH proxy configuration is only supported in networkMode=awsvpc"

var proxyNetworkMode = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "proxy-network-mode",
		Title:     "A proxy configuration is used in another network mode than awsvpc",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-proxy-configuration-awsvpc-required"},
		AWSErrors: []string{proxyModeText},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-proxy-configuration-awsvpc-required",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html",
		},
	},
	Run: func(p *analysis.Pass) {
		proxy, ok := appMeshProxy(p)
		if networkMode := p.TaskDefinition().NetworkMode; ok && p.Known(networkMode) {
			mode, _ := networkMode.Or("bridge, the default")
			if mode != awsvpc {
				p.Reportf(proxy, "the proxy configuration needs network mode awsvpc, and the network mode is %s", mode).
					Help(`set "networkMode" to "awsvpc", or remove "proxyConfiguration"`).
					Note("AWS refuses it: %q", proxyModeText)
			}
		}
	},
}
