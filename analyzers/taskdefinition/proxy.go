package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
)

// appMeshProxy is the proxy configuration of a task definition; false where there is none for certain. App Mesh is the
// only type of proxy: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ProxyConfiguration.html
func appMeshProxy(p *analysis.Pass) (ecs.ProxyConfiguration, bool) {
	proxy := p.TaskDefinition().ProxyConfiguration
	if proxy.Absent() || !p.Known(proxy, proxy.Type) {
		return proxy, false
	}
	kind, _ := proxy.Type.Or("APPMESH")
	return proxy, kind == "APPMESH"
}
