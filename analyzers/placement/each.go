package placement

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/internal/workload"
	"github.com/ecslint/ecslint/rules"
)

// eachStrategy runs a check on all placement strategies of an object but those of saved output, which AWS has taken.
func eachStrategy(check func(*analysis.Pass, workload.Workload, ecs.PlacementStrategy)) func(*analysis.Pass) {
	return func(p *analysis.Pass) {
		if p.Object.Output {
			return
		}
		for _, w := range workload.All(p.Object) {
			for _, s := range w.PlacementStrategy.Items {
				check(p, w, s)
			}
		}
	}
}

// eachConstraint runs a check on all placement constraints of an object but those of saved output.
func eachConstraint(check func(*analysis.Pass, workload.Workload, ecs.PlacementConstraint)) func(*analysis.Pass) {
	return func(p *analysis.Pass) {
		if p.Object.Output {
			return
		}
		for _, w := range workload.All(p.Object) {
			for _, c := range w.PlacementConstraints.Items {
				check(p, w, c)
			}
		}
	}
}

// answer notes a text of AWS where it is known, which is of services.
func answer(b *analysis.Builder, w workload.Workload, text string) {
	if w.RunsService() {
		b.Note("%s", workload.Refusal(w.Of, text))
	} else {
		b.Severity(rules.Warning)
	}
}

func isKind(v value.Value[string], kind string) bool {
	name, ok := v.Get()
	return ok && name == kind
}
