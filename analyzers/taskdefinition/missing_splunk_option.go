package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const noSplunkTokenText = "Log driver splunk requires options: splunk-token"

var missingSplunkOption = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "missing-splunk-option",
		Title:     "The log driver splunk lacks an option that it needs",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{noSplunkTokenText},
		Sources: []string{
			"https://github.com/hashicorp/terraform-provider-aws/issues/8596",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			driver := c.LogConfiguration.LogDriver
			if name, _ := driver.Get(); !p.Known(driver) || name != "splunk" {
				continue
			}
			if lacksLogOption(p, c.LogConfiguration, "splunk-token") {
				p.Reportf(c.LogConfiguration.LogDriver, "%s logs with splunk, but without splunk-token", containerLabel(c)).
					Help(`add {"name": "splunk-token", "valueFrom": "ARN-OF-A-SECRET"} to "secretOptions"`).
					Note("AWS refuses it: %q", noSplunkTokenText)
			}
			if lacksLogOption(p, c.LogConfiguration, "splunk-url") {
				p.Reportf(c.LogConfiguration.LogDriver, "%s logs with splunk, but without splunk-url", containerLabel(c)).
					Severity(rules.Warning). // documented; AWS's answer isn't known
					Help(`add "splunk-url": "https://splunk.example.com:8088" to "options"`)
			}
		}
	},
}
