package service

import (
	"fmt"
	"strconv"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/fix"
	"github.com/ecslint/ecslint/internal/place"
	"github.com/ecslint/ecslint/rules"
)

var deploymentBlockedByRounding = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "deployment-blocked-by-rounding",
		Title:    "The deployment percents, rounded for the desired count, leave a rolling update no way to proceed",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html",
		},
	},
	Run: func(p *analysis.Pass) {
		if u, ok := rollingUpdateOf(p); ok && !u.isBothHundred() {
			u.checkRounding(p)
		}
	},
}

func (u rollingUpdate) checkRounding(p *analysis.Pass) {
	if u.daemon || u.desired.Absent() || !p.Known(u.desired) {
		return // how many tasks a daemon service has, its cluster decides
	}
	desired, _ := u.desired.Get()
	window := place.RollingWindow(desired, u.minimum, u.maximum)
	if !window.Blocks(desired) {
		return
	}
	most, least := leastMaximum(desired, u.minimum, u.maximum), greatestMinimum(desired, u.minimum, u.maximum)
	d := p.Service().DeploymentConfiguration
	b := p.Reportf(d.MaximumPercent,
		"a deployment can't start or stop any task at a desired count of %d: %d%% of it, rounded down, allows %d in all; %d%%, rounded up, keeps %d healthy",
		desired, u.maximum, window.Upper, u.minimum, window.Lower).
		Help(`raise "maximumPercent" to at least %d (one task more during deployments), or lower "minimumHealthyPercent" to at most %d (one task less)`,
			most, least).
		Related(u.desired, "the desired count").
		Fix(diag.Fix{Message: fmt.Sprintf(`set "maximumPercent" to %d`, most), Edits: fix.Replace(d.MaximumPercent, strconv.FormatInt(most, 10))})
	lower := diag.Fix{Message: fmt.Sprintf(`set "minimumHealthyPercent" to %d`, least), Edits: fix.Replace(d.MinimumHealthyPercent, strconv.FormatInt(least, 10))}
	if least == 0 {
		lower.Message += ": in between no task of the service may run"
	}
	b.Fix(lower)
	u.noteAssumption(b)
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
