package scaling

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

const minOverMaxText = "Maximum capacity cannot be less than minimum capacity"

var minOverMaxCapacity = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "min-over-max-capacity",
		Title:     "A service is to scale between a minimum and a smaller maximum",
		Subject:   "scaling",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:appautoscaling-min-max-capacity", "cdk-preflight:appautoscaling-scalable-target-action-min-max"},
		AWSErrors: []string{minOverMaxText},
		Sources: []string{
			bench + "min-max-capacity",
			bench + "scalable-target-action-min-max",
			"proof: no number of tasks is at least the minimum and at most the maximum of a service of Express Mode",
		},
	},
	Run: func(p *analysis.Pass) {
		least, most := boundsOf(p.Object)
		from, hasFrom := least.Get()
		to, hasTo := most.Get()
		if !p.Known(least, most) || !hasFrom || !hasTo || from <= to {
			return
		}
		b := p.Reportf(least, "the minimum of %d tasks is above the maximum of %d", from, to).
			Help("swap the two, or raise the maximum").
			Related(most, "the maximum")
		if p.Object.Type != ecs.TypeExpressService {
			b.Note("AWS refuses it: %q", minOverMaxText)
		}
	},
}

// boundsOf are the least and the most tasks that an object lets a service scale to; absent where it says nothing of it.
func boundsOf(o *ecs.Object) (least, most value.Value[int64]) {
	switch o.Type {
	case ecs.TypeScalableTarget:
		return o.ScalableTarget().MinCapacity, o.ScalableTarget().MaxCapacity
	case ecs.TypeScheduledAction:
		action := o.ScheduledAction().ScalableTargetAction
		return action.MinCapacity, action.MaxCapacity
	case ecs.TypeExpressService:
		target := o.ExpressService().ScalingTarget
		return target.MinTaskCount, target.MaxTaskCount
	}
	return least, most
}
