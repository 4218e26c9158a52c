package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var firelensLogsToItself = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "firelens-logs-to-itself",
		Title:    "The log router sends its own log to itself",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources:  []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html"},
	},
	Run: func(p *analysis.Pass) {
		senders, _ := firelens(p)
		for _, c := range senders {
			if config := c.FirelensConfiguration; !config.Absent() && p.Known(config) {
				p.Reportf(c.LogConfiguration.LogDriver, "%s is the log router, and logs with driver awsfirelens to itself", containerLabel(c)).
					Help("give the router another log driver, as awslogs").
					Related(config, "the router")
			}
		}
	},
}
