package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/rules"
)

var unknownProxyContainer = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "unknown-proxy-container",
		Title:     "The proxy configuration names a container that isn't there",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-proxy-configuration-container-missing"},
		AWSErrors: []string{proxyContainerText("envoy")},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-proxy-configuration-container-missing",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ProxyConfiguration.html",
		},
	},
	Run: func(p *analysis.Pass) {
		proxy, ok := appMeshProxy(p)
		name, named := proxy.ContainerName.Get()
		if !ok || !p.Known(proxy.ContainerName) || !named || hasContainer(p, name) {
			return
		}
		names, complete := containerNames(p)
		if !complete {
			return
		}
		b := p.Reportf(proxy.ContainerName, "the proxy configuration names %q, which is no container of this task definition", name).
			Note("AWS refuses it: %q", proxyContainerText(name))
		if similar, ok := diag.Suggest(name, names); ok {
			b.Help("write %q, if that is meant", similar)
			return
		}
		b.Help("name one of the containers: %s", quotedList(names))
	},
}

func proxyContainerText(name string) string {
	return "Proxy container [" + name + "] does not exist."
}
