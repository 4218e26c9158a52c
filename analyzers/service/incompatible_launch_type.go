package service

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

const incompatibleText = "Task definition does not support launch_type FARGATE."

var incompatibleLaunchType = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "incompatible-launch-type",
		Title:     "A service launches on Fargate what its task definition leaves no way to run there",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cfn-lint:E3054"},
		AWSErrors: []string{incompatibleText},
		Sources: []string{
			"https://github.com/oranmoshai/ecsServiceRestart/issues/2",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		launchType := launched(p).LaunchType
		td, ok := linkedTo(p)
		if !ok || !p.Known(launchType) || !is(launchType, string(ecs.Fargate)) {
			return
		}
		required := td.RequiresCompatibilities
		if !p.Known(required) {
			return
		}
		for _, platform := range required.Items {
			if !p.Known(platform) || is(platform, string(ecs.Fargate)) {
				return
			}
		}
		if why, at := td.unfitForFargate(); why != "" {
			p.Reportf(launchType, "launch type FARGATE, but %s isn't made for Fargate: %s", td.label, why).
				Help(`add "FARGATE" to "requiresCompatibilities", and fit the task definition to it`).
				Related(at, "the task definition").
				Note("%s", refusedWith(incompatibleText))
		}
	}),
}

// unfitForFargate is what Fargate can't do without; "" where nothing is known to be missing. AWS computes from the rest of
// a task definition where it can run: that Fargate isn't listed doesn't decide it.
func (td linked) unfitForFargate() (why string, at value.Located) {
	mode, ok := td.NetworkMode.Get()
	switch {
	case ok && mode != "awsvpc":
		return fmt.Sprintf("its network mode is %q, not awsvpc", mode), td.NetworkMode
	case td.NetworkMode.Absent():
		return "it has no network mode, and awsvpc isn't the default", td.NetworkMode
	case td.RequiresCompatibilities.Absent():
		return "", nil // fargate-task-size speaks of the size
	case td.Cpu.Absent():
		return "it has no cpu of the task", td.Cpu
	case td.Memory.Absent():
		return "it has no memory of the task", td.Memory
	}
	return "", nil
}
