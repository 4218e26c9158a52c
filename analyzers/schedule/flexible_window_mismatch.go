package schedule

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const (
	noWindowText       = "MaximumWindowInMinutes must be provided when FlexibleTimeWindowMode is set to FLEXIBLE"
	needlessWindowText = "MaximumWindowInMinutes must not be provided when FlexibleTimeWindowMode is set to OFF"
)

var flexibleWindowMismatch = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "flexible-window-mismatch",
		Title:     "The flexible time window of a schedule has no length, or is off and has one",
		Subject:   "schedule",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:scheduler-flexible-time-window", "cdk-preflight:scheduler-flexible-window"},
		AWSErrors: []string{noWindowText, needlessWindowText},
		Sources: []string{
			benchScheduler + "flexible-window",
			"https://docs.aws.amazon.com/scheduler/latest/APIReference/API_FlexibleTimeWindow.html",
		},
	},
	Run: func(p *analysis.Pass) {
		schedule := p.Object.Schedule()
		if schedule == nil {
			return
		}
		window := schedule.FlexibleTimeWindow
		mode, _ := window.Mode.Get()
		switch length := window.MaximumWindowInMinutes; {
		case !p.Known(window.Mode, length):
		case mode == "FLEXIBLE" && length.Absent():
			p.Reportf(window.Mode, "a flexible time window needs a length").
				Help("add MaximumWindowInMinutes, or set Mode to OFF").
				Note("AWS refuses it: %q", noWindowText)
		case mode == "OFF" && !length.Absent():
			p.Reportf(length, "the flexible time window is OFF and has a length").
				Help("remove MaximumWindowInMinutes, or set Mode to FLEXIBLE").
				Related(window.Mode, "the mode").
				Note("AWS refuses it: %q", needlessWindowText)
		}
	},
}
