package taskdefinition

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/value"
)

// refuse reports what Fargate doesn't have where that is set, with AWS's text for it. The message ends with what
// decided that the task has to fit Fargate.
func (f fargate) refuse(at value.Located, set value.Tri, text, help, format string, args ...any) {
	if set.IsFalse() || !f.applies() {
		return
	}
	if set.IsUnknown() {
		f.pass.Undecided(at)
		return
	}
	f.pass.Reportf(at, "%s; %s", fmt.Sprintf(format, args...), f.because).
		Help("%s", help).
		Note("%s", f.refusal(text))
}

// isSet is True for any known value.
func isSet[T any](v value.Value[T]) value.Tri {
	return v.Test(func(T) bool { return true })
}

// isAboveZero leaves out 0: dumps and skeletons write it for what isn't set.
func isAboveZero(v value.Value[int64]) value.Tri {
	return v.Test(func(n int64) bool { return n > 0 })
}

// isTrue is False for false and for nothing: AWS takes both the same.
func isTrue(v value.Value[bool]) value.Tri {
	return v.Test(func(set bool) bool { return set })
}

// hasItems is Unknown for a list of unknown items: they may turn out to be nothing.
func hasItems[T analysis.Unknowable](list value.List[T]) value.Tri {
	if list.Absent() {
		return value.False
	}
	if _, ok := firstKnown(list); ok {
		return value.True
	}
	return value.Unknown
}
