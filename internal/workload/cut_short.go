package workload

import (
	"slices"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
)

// CutShort reports a call of which an option is lost on the next line: broken-continuation speaks of that, and what seems to be missing
// may stand there.
func CutShort(p *analysis.Pass) bool {
	return slices.ContainsFunc(p.Project.Objects, func(o *ecs.Object) bool {
		call := o.Call()
		return call != nil && !call.Rest.Absent() && o.Root.Range == p.Object.Root.Range
	})
}
