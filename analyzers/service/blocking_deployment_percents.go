package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/place"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

const bothHundred = "Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments"

var blockingDeploymentPercents = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "blocking-deployment-percents",
		Title:    "The deployment percents leave a rolling update no way to proceed",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Error,
		Since:    "0.1.0",
		Aliases:  []string{"cdk-preflight:ecs-service-deployment-percent", "cdk-preflight:ecs-svc-min-healthy-over-max-percent"},
		AWSErrors: []string{
			"minimumHealthyPercent must be at most 100",
			"maximumPercent must be at least 100",
			bothHundred,
		},
		Sources: []string{
			"https://github.com/hashicorp/terraform-provider-aws/pull/6150",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html",
		},
	},
	Run: func(p *analysis.Pass) {
		if outOfBounds(p) {
			return
		}
		if u, ok := rollingUpdateOf(p); ok {
			u.check(p)
		}
	},
}

func outOfBounds(p *analysis.Pass) bool {
	d := p.Service().DeploymentConfiguration
	minimum, _ := d.MinimumHealthyPercent.Get()
	if minimum > 100 {
		p.Reportf(d.MinimumHealthyPercent, `"minimumHealthyPercent" is %d: it must be at most 100`, minimum).
			Help("use a percentage from 0 to 100; 100 keeps all tasks while a deployment runs")
	}
	maximum, ok := d.MaximumPercent.Get()
	low := ok && maximum < 100
	if low {
		p.Reportf(d.MaximumPercent, `"maximumPercent" is %d: it must be at least 100`, maximum).
			Help("use 200 to start new tasks before old ones stop, or 100 to replace tasks within the desired count")
	}
	return minimum > 100 || low
}

// rollingUpdate is what decides whether a rolling update can proceed.
type rollingUpdate struct {
	minimum, maximum int64 // percent
	written          bool  // both of them, so that no default is involved
	assumed          bool  // that deployments roll: an update doesn't repeat what the service has
	desired          value.Value[int64]
}

// rollingUpdateOf is false for services whose deployments aren't rolling updates, and where what matters isn't known.
func rollingUpdateOf(p *analysis.Pass) (rollingUpdate, bool) {
	s := p.Service()
	d := s.DeploymentConfiguration
	if d.MaximumPercent.Absent() {
		return rollingUpdate{}, false // 200, or 100 for a daemon: neither blocks by itself
	}
	if !p.Known(s.DeploymentController.Type, d.Strategy, s.SchedulingStrategy, d.MinimumHealthyPercent, d.MaximumPercent) {
		return rollingUpdate{}, false
	}
	controller, _ := s.DeploymentController.Type.Or("ECS")
	strategy, _ := d.Strategy.Or("ROLLING")
	update := p.Object.Operation == "UpdateService"
	u := rollingUpdate{
		minimum: 100,
		written: !d.MinimumHealthyPercent.Absent(),
		assumed: update && (s.DeploymentController.Type.Absent() || d.Strategy.Absent()),
		desired: s.DesiredCount,
	}
	scheduling, _ := s.SchedulingStrategy.Or("REPLICA")
	if defaultApplies := !update && scheduling == "REPLICA"; !u.written && !defaultApplies {
		return rollingUpdate{}, false
	}
	if u.written {
		u.minimum, _ = d.MinimumHealthyPercent.Get()
	}
	u.maximum, _ = d.MaximumPercent.Get()
	return u, controller == "ECS" && strategy == "ROLLING"
}

func (u rollingUpdate) check(p *analysis.Pass) {
	if u.minimum == 100 && u.maximum == 100 {
		u.reportBothHundred(p)
		return
	}
	if u.desired.Absent() || !p.Known(u.desired) {
		return
	}
	desired, _ := u.desired.Get()
	window := place.RollingWindow(desired, u.minimum, u.maximum)
	if !window.Blocks(desired) {
		return
	}
	p.Reportf(p.Service().DeploymentConfiguration.MaximumPercent,
		"a deployment can't start or stop any task at a desired count of %d: %d%% of it, rounded down, allows %d in all; %d%%, rounded up, keeps %d healthy",
		desired, u.maximum, window.Upper, u.minimum, window.Lower).
		Severity(rules.Warning).
		Help(`raise "maximumPercent" to at least %d (one task more during deployments), or lower "minimumHealthyPercent" to at most %d (one task less)`,
			leastMaximum(desired, u.minimum, u.maximum), greatestMinimum(desired, u.minimum, u.maximum)).
		Related(u.desired, "the desired count")
}

func (u rollingUpdate) reportBothHundred(p *analysis.Pass) {
	d := p.Service().DeploymentConfiguration
	message := `"minimumHealthyPercent" and "maximumPercent" are both 100: no deployment could start or stop a task`
	if !u.written {
		message = `"maximumPercent" is 100, as "minimumHealthyPercent" is by default: no deployment could start or stop a task`
	}
	b := p.Reportf(d.MaximumPercent, "%s", message).
		Help(`raise "maximumPercent" (200 is the default), or lower "minimumHealthyPercent"`)
	switch {
	case !u.written:
		b.Severity(rules.Warning)
	case u.assumed:
		b.Severity(rules.Warning).Note("That the service deploys by rolling updates is assumed: an update doesn't say so.")
	default:
		b.Note("AWS refuses it: %q", bothHundred)
	}
}

// leastMaximum is the lowest maximumPercent that doesn't block; it ends at 200, where one more task always fits.
func leastMaximum(desired, minimum, maximum int64) int64 {
	for place.RollingWindow(desired, minimum, maximum).Blocks(desired) && maximum < 200 {
		maximum++
	}
	return maximum
}

// greatestMinimum is the highest minimumHealthyPercent that doesn't block; it ends at 0, where every task may stop.
func greatestMinimum(desired, minimum, maximum int64) int64 {
	for place.RollingWindow(desired, minimum, maximum).Blocks(desired) && minimum > 0 {
		minimum--
	}
	return minimum
}
