package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/value"
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
	_, high := highMinimum(d)
	_, low := lowMaximum(d)
	if high || low {
		return rollingUpdate{}, false // deployment-percent-out-of-range says it
	}
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

func (u rollingUpdate) noteAssumption(b *analysis.Builder) {
	if u.assumed {
		b.Note("That the service deploys by rolling updates is assumed: an update that doesn't change it doesn't say so.")
	}
}

// isBothHundred reports percents that leave no room whatever the desired count is.
func (u rollingUpdate) isBothHundred() bool { return u.minimum == 100 && u.maximum == 100 }
