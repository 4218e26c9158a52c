package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var accessLogWithoutLogConfiguration = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "access-log-without-log-configuration",
		Title:    "Service Connect writes access logs, but has no log configuration",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Operations,
		Severity: rules.Warning, // documented; AWS's answer isn't known
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectConfiguration.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		config := p.Service().ServiceConnectConfiguration
		if !isTrue(config.Enabled) || !p.Known(config.Enabled, config.LogConfiguration) ||
			!isThere(config.AccessLogConfiguration.Object) || !config.LogConfiguration.Absent() {
			return
		}
		p.Reportf(config.AccessLogConfiguration, "Service Connect has access logs, but no log configuration that says where they go").
			Help(`add "logConfiguration" to "serviceConnectConfiguration"`)
	}),
}
