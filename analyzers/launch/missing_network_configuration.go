package launch

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/workload"
	"github.com/ecslint/ecslint/rules"
)

const (
	noNetworkText         = "Network Configuration must be provided when networkMode 'awsvpc' is specified."
	noNetworkScheduleText = "Parameter NetworkConfiguration must be specified for the target when launch type is FARGATE"
)

func noNetworkTargetText(target string) string {
	return fmt.Sprintf("Parameter NetworkConfiguration must be specified for target %s when launch type is FARGATE", target)
}

var missingNetworkConfiguration = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "missing-network-configuration",
		Title:     "Tasks in network mode awsvpc have no network configuration",
		Subject:   "launch",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cfn-lint:E3052", "cdk-preflight:events-target-ecs-parameters", "cdk-preflight:scheduler-target-parameters"},
		AWSErrors: []string{noNetworkText, noNetworkTargetText(sampleTarget), noNetworkScheduleText},
		Sources: []string{
			"https://github.com/PasseiDireto/gh-runner-task-action/issues/8",
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/events/pf-events-target-ecs-parameters",
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/scheduler/pf-scheduler-target-parameters",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_NetworkConfiguration.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
		},
	},
	Run: each(func(p *analysis.Pass, w workload.Workload) {
		network := w.NetworkConfiguration.AwsvpcConfiguration
		if !p.Known(network) || !network.Absent() || mayStandElsewhere(p, w) || workload.CutShort(p) {
			return
		}
		if a, ok := w.UsesAwsvpc(p); ok {
			p.Reportf(w.NetworkConfiguration, "the %s has no network configuration, which network mode awsvpc needs; %s", w.Kind, a.Because).
				Help(`add "networkConfiguration" with the subnets and the security groups of the tasks`).
				Related(a.At, "the tasks use network mode awsvpc").
				Note("%s", answerToMissingNetwork(w))
		}
	}),
}

// mayStandElsewhere reports an update, which leaves out what stays as it is, and a service whose task sets may tell.
func mayStandElsewhere(p *analysis.Pass, w workload.Workload) bool {
	switch w.Of.Type {
	case ecs.TypeTaskSet:
		return w.Of.Operation != "CreateTaskSet"
	case ecs.TypeService:
		controller := w.Of.Service().DeploymentController.Type
		name, _ := controller.Get()
		return w.Of.Operation != "CreateService" || !p.Known(controller) || name == "EXTERNAL"
	}
	return false
}

// answerToMissingNetwork is what AWS says, and when: of a schedule or an event rule it may only be when that starts the task.
func answerToMissingNetwork(w workload.Workload) string {
	launchType, _ := w.LaunchType.Get()
	switch fargate := launchType == string(ecs.Fargate); {
	case fargate && w.Of.Type == ecs.TypeSchedule:
		return fmt.Sprintf("AWS refuses it: %q", noNetworkScheduleText)
	case fargate && w.Of.Type == ecs.TypeEventTargets && targetID(w) != "":
		return fmt.Sprintf("AWS refuses it: %q", noNetworkTargetText(targetID(w)))
	}
	return workload.Refusal(w.Of, noNetworkText)
}
