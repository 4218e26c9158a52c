package launch

import (
	"slices"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/internal/workload"
)

// sampleTarget is the target of an event rule in texts of AWS that name one.
const sampleTarget = "nightly"

// each runs a check on all workloads of an object. It leaves out saved output: AWS has taken what stands there, and writes more of
// it than it takes.
func each(check func(*analysis.Pass, workload.Workload)) func(*analysis.Pass) {
	return func(p *analysis.Pass) {
		if p.Object.Output {
			return
		}
		for _, w := range workload.All(p.Object) {
			check(p, w)
		}
	}
}

// targetID is the id of a target of an event rule, within a text of AWS.
func targetID(w workload.Workload) string {
	id, _ := w.Target.Get()
	return id
}

// hasItems reports a list with an item that is certainly there.
func hasItems[T analysis.Unknowable](list value.List[T]) bool {
	return slices.ContainsFunc(list.Items, func(item T) bool { return !item.Unknown() })
}
