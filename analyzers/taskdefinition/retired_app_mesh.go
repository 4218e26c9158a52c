package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/rules"
)

var retiredAppMesh = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "retired-app-mesh",
		Title:    "The task definition configures a proxy of App Mesh, which has ended",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Unfit:    true,
		Sources:  facts.AppMesh.Origin.Sources,
	},
	Run: func(p *analysis.Pass) {
		if proxy, ok := appMeshProxy(p); ok {
			p.Reportf(proxy, "the proxy configuration is for %s, which ended on %s", facts.AppMesh.Name, facts.AppMesh.Ended).
				Help("remove it with the container of Envoy; use %s", facts.AppMesh.Instead)
		}
	},
}
