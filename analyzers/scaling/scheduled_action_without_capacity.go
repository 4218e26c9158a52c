package scaling

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

const (
	noActionText   = "ScalableTargetAction must be set"
	noCapacityText = "At least one of minimum capacity and maximum capacity should be provided"
)

var scheduledActionWithoutCapacity = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "scheduled-action-without-capacity",
		Title:     "A scheduled action sets neither a minimum nor a maximum",
		Subject:   "scaling",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:appautoscaling-scalable-target-action-empty", "cdk-preflight:appautoscaling-scalable-target-action-required"},
		AWSErrors: []string{noActionText, noCapacityText},
		Sources: []string{
			bench + "scalable-target-action-required",
			bench + "scalable-target-action-empty",
			"https://github.com/aws-cloudformation/community-registry-extensions/issues/255",
			"https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScheduledAction.html",
		},
	},
	Run: func(p *analysis.Pass) {
		if !creates(p.Object) {
			return
		}
		action := p.Object.ScheduledAction()
		if action == nil {
			return
		}
		to := action.ScalableTargetAction
		if !p.Known(to, to.MinCapacity, to.MaxCapacity) || !to.MinCapacity.Absent() || !to.MaxCapacity.Absent() {
			return
		}
		var at value.Located = to
		text := noCapacityText
		if to.Where().Node() == nil {
			at, text = action.ScheduledActionName, noActionText
		}
		p.Reportf(at, "the scheduled action sets neither a minimum nor a maximum capacity").
			Help("add MinCapacity, MaxCapacity or both to ScalableTargetAction").
			Note("AWS refuses it: %q", text)
	},
}
