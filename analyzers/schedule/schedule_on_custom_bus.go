package schedule

import (
	"regexp"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const customBusText = "ScheduleExpression is supported only on the default event bus."

var scheduleOnCustomBus = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "schedule-on-custom-bus",
		Title:     "A rule with a schedule is on an event bus of its own",
		Subject:   "schedule",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:events-rule-schedule-default-bus"},
		AWSErrors: []string{customBusText},
		Sources: []string{
			benchEvents + "rule-schedule-default-bus",
			"https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html",
		},
	},
	Run: func(p *analysis.Pass) {
		rule := p.Object.EventRule()
		if rule == nil || rule.ScheduleExpression.Absent() {
			return
		}
		bus, ok := rule.EventBusName.Get()
		if !p.Known(rule.EventBusName, rule.ScheduleExpression) || !ok || defaultBus.MatchString(bus) {
			return
		}
		p.Reportf(rule.EventBusName, "a rule with a schedule has to be on the default event bus, and this is on %q", bus).
			Help("remove the event bus, or use a schedule of EventBridge Scheduler").
			Related(rule.ScheduleExpression, "the schedule").
			Note("AWS refuses it: %q", customBusText)
	},
}

// defaultBus is the name or the ARN of the default event bus.
var defaultBus = regexp.MustCompile(`^(arn:[^:]*:events:[^:]*:[^:]*:event-bus/)?default$`)
