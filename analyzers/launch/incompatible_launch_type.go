package launch

import (
	"fmt"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/internal/workload"
	"github.com/ecslint/ecslint/rules"
)

const incompatibleText = "Task definition does not support launch_type FARGATE."

var incompatibleLaunchType = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:       "incompatible-launch-type",
		Title:      "Tasks are launched on Fargate that their task definition leaves no way to run there",
		Subject:    "launch",
		Engine:     rules.Go,
		Category:   rules.Correctness,
		Severity:   rules.Error,
		Since:      "0.1.0",
		Aliases:    []string{"cfn-lint:E3054"},
		AWSErrors:  []string{incompatibleText},
		Supersedes: []string{"fargate-network-mode"},
		Sources: []string{
			"https://github.com/oranmoshai/ecsServiceRestart/issues/2",
			"https://github.com/sil-org/ecs-deploy/issues/134",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
		},
	},
	Run: each(func(p *analysis.Pass, w workload.Workload) {
		td := p.Project.TaskDefinitionOf(p.Object)
		if name, _ := w.LaunchType.Get(); td == nil || !p.Known(w.LaunchType) || name != string(ecs.Fargate) {
			return
		}
		required := td.TaskDefinition().RequiresCompatibilities
		if !p.Known(required) {
			return
		}
		for _, platform := range required.Items {
			if name, _ := platform.Get(); !p.Known(platform) || name == string(ecs.Fargate) {
				return
			}
		}
		unfit := unfitForFargate(td.TaskDefinition())
		if len(unfit) == 0 {
			return
		}
		var why []string
		for _, u := range unfit {
			why = append(why, u.why)
		}
		p.Reportf(w.LaunchType, "launch type FARGATE, but %s isn't made for Fargate: %s", td.Label(), strings.Join(why, ", and ")).
			Help(`add "FARGATE" to "requiresCompatibilities", and fit the task definition to it`).
			Related(unfit[0].at, "the task definition").
			Note("%s", workload.Refusal(p.Object, incompatibleText))
	}),
}

type unfit struct {
	why string
	at  value.Located
}

// unfitForFargate is what Fargate can't do without, and isn't there. AWS computes from the rest of a task definition where it can
// run: that Fargate isn't listed doesn't decide it.
func unfitForFargate(td *ecs.TaskDefinition) []unfit {
	var all []unfit
	switch mode, ok := td.NetworkMode.Get(); {
	case ok && mode != "awsvpc":
		all = append(all, unfit{fmt.Sprintf("its network mode is %q, not awsvpc", mode), td.NetworkMode})
	case td.NetworkMode.Absent():
		all = append(all, unfit{"it has no network mode, and awsvpc isn't the default", td.NetworkMode})
	}
	if td.RequiresCompatibilities.Absent() {
		return all // fargate-task-size speaks of the size
	}
	switch {
	case td.Cpu.Absent():
		all = append(all, unfit{"it has no cpu of the task", td.Cpu})
	case td.Memory.Absent():
		all = append(all, unfit{"it has no memory of the task", td.Memory})
	}
	return all
}
