package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/place"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

// rollingUpdate is what decides whether a rolling update can proceed.
type rollingUpdate struct {
	minimum, maximum int64 // percent
	written          bool  // both of them, so that no default is involved
	assumed          bool  // that deployments roll: an update doesn't repeat what the service has
	daemon           bool
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
	u.daemon = scheduling == "DAEMON"
	if !u.written && (update || u.daemon) { // the default of 100 is that of new replica services
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
	if u.daemon || u.desired.Absent() || !p.Known(u.desired) {
		return // how many tasks a daemon service has, its cluster decides
	}
	desired, _ := u.desired.Get()
	window := place.RollingWindow(desired, u.minimum, u.maximum)
	if !window.Blocks(desired) {
		return
	}
	b := p.Reportf(p.Service().DeploymentConfiguration.MaximumPercent,
		"a deployment can't start or stop any task at a desired count of %d: %d%% of it, rounded down, allows %d in all; %d%%, rounded up, keeps %d healthy",
		desired, u.maximum, window.Upper, u.minimum, window.Lower).
		Severity(rules.Warning).
		Help(`raise "maximumPercent" to at least %d (one task more during deployments), or lower "minimumHealthyPercent" to at most %d (one task less)`,
			leastMaximum(desired, u.minimum, u.maximum), greatestMinimum(desired, u.minimum, u.maximum)).
		Related(u.desired, "the desired count")
	u.noteAssumption(b)
}

func (u rollingUpdate) reportBothHundred(p *analysis.Pass) {
	d := p.Service().DeploymentConfiguration
	message := `"minimumHealthyPercent" and "maximumPercent" are both 100: no deployment could start or stop a task`
	if !u.written {
		message = `"maximumPercent" is 100, as "minimumHealthyPercent" is by default: no deployment could start or stop a task`
	}
	b := p.Reportf(d.MaximumPercent, "%s", message)
	if u.daemon {
		b.Help(`lower "minimumHealthyPercent"; it is 0 by default for a daemon service`)
	} else {
		b.Help(`raise "maximumPercent" (200 is the default), or lower "minimumHealthyPercent"`)
	}
	if u.written && !u.assumed {
		b.Note("AWS refuses it: %q", bothHundred)
		return
	}
	b.Severity(rules.Warning)
	u.noteAssumption(b)
}

func (u rollingUpdate) noteAssumption(b *analysis.Builder) {
	if u.assumed {
		b.Note("That the service deploys by rolling updates is assumed: an update that doesn't change it doesn't say so.")
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
