package capacity

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const needsOverrideText = "You must set logging to 'OVERRIDE' when you supply a log configuration"

var execLogWithoutOverride = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "exec-log-without-override",
		Title:     "A cluster says where ECS Exec logs to, but not that it overrides the default",
		Subject:   "capacity",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-cluster-execute-command-default-with-log-config"},
		AWSErrors: []string{needsOverrideText},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-cluster-execute-command-default-with-log-config",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ExecuteCommandConfiguration.html",
		},
	},
	Run: func(p *analysis.Pass) {
		cluster := p.Object.Cluster()
		if cluster == nil {
			return
		}
		exec := cluster.Configuration.ExecuteCommandConfiguration
		logging, ok := exec.Logging.Get()
		if exec.LogConfiguration.Absent() || !p.Known(exec.Logging, exec.LogConfiguration) || !ok || logging == "OVERRIDE" {
			return
		}
		p.Reportf(exec.Logging, `logging is %s beside a log configuration, which needs OVERRIDE`, logging).
			Help(`set "logging" to OVERRIDE, or remove "logConfiguration"`).
			Related(exec.LogConfiguration, "the log configuration").
			Note("AWS refuses it: %q", needsOverrideText)
	},
}
