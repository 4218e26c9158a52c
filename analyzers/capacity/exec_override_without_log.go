package capacity

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const needsLogText = "A CloudWatch log group name or S3 bucket name must be specified when overriding the default log configuration"

var execOverrideWithoutLog = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "exec-override-without-log",
		Title:     "A cluster overrides the logging of ECS Exec and names no place for the logs",
		Subject:   "capacity",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-cluster-execute-command-override-without-log-config"},
		AWSErrors: []string{needsLogText},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-cluster-execute-command-override-without-log-config",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ExecuteCommandConfiguration.html",
		},
	},
	Run: func(p *analysis.Pass) {
		cluster := p.Object.Cluster()
		if cluster == nil {
			return
		}
		exec := cluster.Configuration.ExecuteCommandConfiguration
		group, bucket := exec.LogConfiguration.CloudWatchLogGroupName, exec.LogConfiguration.S3BucketName
		if logging, _ := exec.Logging.Get(); !p.Known(exec.Logging) || logging != "OVERRIDE" || !p.Known(group, bucket) || !group.Absent() || !bucket.Absent() {
			return
		}
		p.Reportf(exec.Logging, `logging is OVERRIDE, but no log group and no bucket is named to log to`).
			Help(`add a "cloudWatchLogGroupName" or an "s3BucketName" to "logConfiguration"`).
			Note("AWS refuses it: %q", needsLogText)
	},
}
