package scaling

import (
	"cmp"
	"math"
	"slices"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
)

// step is a step adjustment whose bounds are known. An open end is an infinity.
type step struct {
	ecs.AppScalingStepAdjustment
	from, to float64
}

// stepOf is false where a bound isn't known.
func stepOf(p *analysis.Pass, s ecs.AppScalingStepAdjustment) (step, bool) {
	from, known := s.MetricIntervalLowerBound.Or(math.Inf(-1))
	to, toKnown := s.MetricIntervalUpperBound.Or(math.Inf(1))
	return step{s, from, to}, p.Known(s.MetricIntervalLowerBound, s.MetricIntervalUpperBound) && known && toKnown
}

func (s step) isOpenBelow() bool { return math.IsInf(s.from, -1) }
func (s step) isOpenAbove() bool { return math.IsInf(s.to, 1) }

// isValid reports bounds that are in order, one at least of them given.
func (s step) isValid() bool { return s.from < s.to && !(s.isOpenBelow() && s.isOpenAbove()) }

// stepsOf are the steps of a policy from the lowest on; false where there are none, where one isn't known, or where one is
// wrong by itself.
func stepsOf(p *analysis.Pass) ([]step, bool) {
	policy := p.Object.ScalingPolicy()
	if policy == nil {
		return nil, false
	}
	list := policy.StepScalingPolicyConfiguration.StepAdjustments
	if len(list.Items) == 0 || !p.Known(list) {
		return nil, false
	}
	var steps []step
	for _, item := range list.Items {
		s, ok := stepOf(p, item)
		if !ok || !s.isValid() {
			return nil, false
		}
		steps = append(steps, s)
	}
	slices.SortStableFunc(steps, func(a, b step) int { return cmp.Compare(a.from, b.from) })
	return steps, true
}
