package schedule

import (
	"time"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

const (
	scheduleOrderText = "The StartDate you specify must come before the EndDate."
	actionOrderText   = "StartTime must be before EndTime"
)

var endBeforeStart = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "end-before-start",
		Title:     "A schedule ends before it starts",
		Subject:   "schedule",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:appautoscaling-scheduled-action-start-end-order", "cdk-preflight:scheduler-start-end-order"},
		AWSErrors: []string{scheduleOrderText, actionOrderText},
		Sources: []string{
			benchScheduler + "start-end-order",
			benchScaling + "scheduled-action-start-end-order",
		},
	},
	Run: func(p *analysis.Pass) {
		var start, end value.Value[string]
		text := scheduleOrderText
		switch p.Object.Type {
		case ecs.TypeSchedule:
			start, end = p.Object.Schedule().StartDate, p.Object.Schedule().EndDate
		case ecs.TypeScheduledAction:
			start, end, text = p.Object.ScheduledAction().StartTime, p.Object.ScheduledAction().EndTime, actionOrderText
		default:
			return
		}
		from, known := timeOf(start)
		to, both := timeOf(end)
		if !p.Known(start, end) || !known || !both || !to.Before(from) {
			return
		}
		p.Reportf(end, "the schedule ends on %s, before it starts on %s", day(to), day(from)).
			Help("swap the two").
			Related(start, "the start").
			Note("AWS refuses it: %q", text)
	},
}

// timeOf is false for what isn't written as RFC 3339 has it.
func timeOf(v value.Value[string]) (time.Time, bool) {
	text, ok := v.Get()
	t, err := time.Parse(time.RFC3339, text)
	return t, ok && err == nil
}

func day(t time.Time) string { return t.UTC().Format("2006-01-02 15:04") }
