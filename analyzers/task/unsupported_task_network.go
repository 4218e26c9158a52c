package task

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const needlessNetworkText = "Network Configuration is not valid for the given networkMode of this task definition."

var unsupportedTaskNetwork = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "unsupported-task-network",
		Title:     "Tasks without a network interface of their own are started with a network configuration",
		Subject:   "task",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{needlessNetworkText},
		Sources: []string{
			"https://github.com/muya/amazon-ecs-run-task/issues/7",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
		},
	},
	Run: func(p *analysis.Pass) {
		td := p.Project.TaskDefinitionOf(p.Object)
		if td == nil {
			return
		}
		mode := td.TaskDefinition().NetworkMode
		name, ok := mode.Get()
		if !p.Known(mode) || !ok || name == "awsvpc" {
			return
		}
		for _, r := range runsOf(p.Object) {
			if !p.Known(r.network) || r.network.Absent() {
				continue
			}
			p.Reportf(r.network, "a network configuration is for network mode awsvpc only, and %s has network mode %s", td.Label(), name).
				Help("remove the network configuration, or register the task definition with network mode awsvpc").
				Related(mode, "the network mode").
				Note("%s: %q", refusalOf(r.of), needlessNetworkText)
		}
	},
}
