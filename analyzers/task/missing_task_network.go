package task

import (
	"fmt"
	"slices"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

const (
	awsvpcNeedsNetworkText = "Network Configuration must be provided when networkMode 'awsvpc' is specified."
	scheduleNeedsNetwork   = "Parameter NetworkConfiguration must be specified for the target when launch type is FARGATE"
	sampleTarget           = "nightly"
)

func targetNeedsNetwork(target string) string {
	return fmt.Sprintf("Parameter NetworkConfiguration must be specified for target %s when launch type is FARGATE", target)
}

var missingTaskNetwork = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "missing-task-network",
		Title:     "Tasks with a network interface of their own are started without a network configuration",
		Subject:   "task",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:events-target-ecs-parameters", "cdk-preflight:scheduler-target-parameters"},
		AWSErrors: []string{awsvpcNeedsNetworkText, targetNeedsNetwork(sampleTarget), scheduleNeedsNetwork},
		Sources: []string{
			"https://github.com/PasseiDireto/gh-runner-task-action/issues/8",
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/events/pf-events-target-ecs-parameters",
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/scheduler/pf-scheduler-target-parameters",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, r := range runsOf(p.Object) {
			if !p.Known(r.network) || !r.network.Absent() || cutShort(p) {
				continue
			}
			if because, at, ok := r.needsNetwork(p); ok {
				p.Reportf(r.network, "the network configuration is missing: %s, so each task gets a network interface in a subnet", because).
					Help(`add "networkConfiguration" with "awsvpcConfiguration", and at least the subnets in it`).
					Related(at, "which needs it").
					Note("%s", r.answerToMissingNetwork(p))
			}
		}
	},
}

// cutShort reports a call of which an option is lost on the next line: broken-continuation speaks of that.
func cutShort(p *analysis.Pass) bool {
	return slices.ContainsFunc(p.Project.Objects, func(o *ecs.Object) bool {
		call := o.Call()
		return call != nil && !call.Rest.Absent() && o.Root.Range == p.Object.Root.Range
	})
}

// needsNetwork is false where nothing says that the tasks are in network mode awsvpc.
func (r run) needsNetwork(p *analysis.Pass) (because string, at value.Located, ok bool) {
	if fargate, ok := r.onFargate(p); ok {
		return fargate.by + " means network mode awsvpc", fargate.at, true
	}
	td := p.Project.TaskDefinitionOf(r.of)
	if td == nil || !p.Known(td.TaskDefinition().NetworkMode) {
		return "", nil, false
	}
	mode := td.TaskDefinition().NetworkMode
	name, _ := mode.Get()
	return td.Label() + " has network mode awsvpc", mode, name == "awsvpc"
}

// answerToMissingNetwork is what AWS says, and when: of a schedule or an event rule it may only be when that starts the task.
func (r run) answerToMissingNetwork(p *analysis.Pass) string {
	launchType, _ := r.launchType.Get()
	switch {
	case launchType == "FARGATE" && r.of.Type == ecs.TypeSchedule:
		return fmt.Sprintf("AWS refuses it: %q", scheduleNeedsNetwork)
	case launchType == "FARGATE" && r.of.Type == ecs.TypeEventTargets && r.targetID() != "":
		return fmt.Sprintf("AWS refuses it: %q", targetNeedsNetwork(r.targetID()))
	}
	return fmt.Sprintf("%s: %q", refusalOf(r.of), awsvpcNeedsNetworkText)
}
