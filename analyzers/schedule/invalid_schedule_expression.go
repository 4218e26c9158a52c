package schedule

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

const (
	ruleScheduleText = "Parameter ScheduleExpression is not valid."
	actionFormText   = `Invalid schedule expression. Details: Schedule expressions must have the following syntax: rate(<number>\s?(minutes?|hours?|days?)), cron(<cron_expression>) or at(yyyy-MM-dd'T'HH:mm:ss).`
)

func schedulerText(expression string) string {
	return "Invalid Schedule Expression " + expression + "."
}

var invalidScheduleExpression = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "invalid-schedule-expression",
		Title:    "A schedule isn't written as AWS reads it",
		Subject:  "schedule",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Error,
		Since:    "0.1.0",
		Aliases: []string{
			"cdk-preflight:appautoscaling-schedule-at-format",
			"cdk-preflight:appautoscaling-schedule-cron-day-fields",
			"cdk-preflight:appautoscaling-schedule-expression-form",
			"cdk-preflight:appautoscaling-schedule-rate-unit",
			"cdk-preflight:events-rule-cron-fields",
			"cdk-preflight:scheduler-rate-positive",
			"cdk-preflight:scheduler-schedule-expression",
			"cfn-lint:E3027",
		},
		AWSErrors: []string{ruleScheduleText, schedulerText("rate(5 weeks)"), actionFormText},
		Sources: []string{
			"https://github.com/aws/aws-sdk-js/issues/4212",
			benchEvents + "rule-cron-fields",
			benchScheduler + "schedule-expression",
			benchScaling + "schedule-expression-form",
			benchScaling + "schedule-cron-day-fields",
			"https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html",
			"https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html",
			"https://docs.aws.amazon.com/autoscaling/application/userguide/scheduled-scaling-using-cron-expressions.html",
		},
	},
	Run: func(p *analysis.Pass) {
		g, ok := grammars[p.Object.Type]
		if !ok {
			return
		}
		when := expressionOf(p.Object)
		expression, has := when.Get()
		if !p.Known(when) || !has {
			return
		}
		if f := g.faultIn(expression); f != nil {
			p.Reportf(within(when, f.from, f.to), "%s", f.says).
				Help("%s", f.help).
				Note("%s", answerTo(p.Object.Type, expression))
		}
	},
}

func expressionOf(o *ecs.Object) value.Value[string] {
	switch o.Type {
	case ecs.TypeEventRule:
		return o.EventRule().ScheduleExpression
	case ecs.TypeSchedule:
		return o.Schedule().ScheduleExpression
	}
	return o.ScheduledAction().Schedule
}

// within is the place of some bytes of a text.
func within(v value.Value[string], from, to int) *value.Place {
	text := v.Where().Node().Text
	if from >= to || to > text.Len() {
		return v.Where()
	}
	return v.Where().Within(text.Range(from, to))
}

func answerTo(t ecs.Type, expression string) string {
	switch t {
	case ecs.TypeEventRule:
		return fmt.Sprintf("AWS refuses it: %q", ruleScheduleText)
	case ecs.TypeSchedule:
		return fmt.Sprintf("AWS refuses it: %q", schedulerText(expression))
	}
	if form.MatchString(expression) {
		return `AWS refuses it: "Invalid schedule expression."`
	}
	return "AWS refuses it: \"" + actionFormText + "\""
}
