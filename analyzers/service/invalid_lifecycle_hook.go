package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

var invalidLifecycleHook = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "invalid-lifecycle-hook",
		Title:    "A lifecycle hook of deployments can't run as it is written",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources:  []string{"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentLifecycleHook.html"},
	},
	Run: onInput(func(p *analysis.Pass) {
		for _, hook := range p.Service().DeploymentConfiguration.LifecycleHooks.Items {
			if p.Known(hook.Object, hook.TargetType) {
				checkHook(p, hook)
			}
		}
	}),
}

// hookMinutesMost is how long ECS waits for a hook at most.
const hookMinutesMost = 20160

func checkHook(p *analysis.Pass, hook ecs.DeploymentLifecycleHook) {
	if minutes, ok := hook.TimeoutConfiguration.TimeoutInMinutes.Get(); ok && (minutes < 1 || minutes > hookMinutesMost) {
		p.Reportf(hook.TimeoutConfiguration.TimeoutInMinutes, "a hook may take %d minutes: it must be 1 to %d", minutes, hookMinutesMost).
			Help("use a number of minutes of up to two weeks; 1440 is the default")
	}
	if p.Known(hook.LifecycleStages) && hook.LifecycleStages.Absent() {
		p.Reportf(hook.LifecycleStages, "a hook stands at no stage, so it never runs").
			Help(`name at least one in "lifecycleStages", as PRE_PRODUCTION_TRAFFIC_SHIFT`)
	}
	if is(hook.TargetType, "PAUSE") {
		for _, stage := range hook.LifecycleStages.Items {
			if name, _ := stage.Get(); is(stage, "TEST_TRAFFIC_SHIFT", "PRODUCTION_TRAFFIC_SHIFT") {
				p.Reportf(stage, "a hook of type PAUSE can't stand at stage %s: only Lambda functions can", name).
					Help("use the stage before or after it, as in PRE_PRODUCTION_TRAFFIC_SHIFT")
			}
		}
		return
	}
	if hook.HookTargetArn.Absent() {
		p.Reportf(hook, "a hook that calls a Lambda function names none").
			Help(`add "hookTargetArn", or use "targetType": "PAUSE"`)
	}
}
