package place

import (
	"context"

	"github.com/ecslint/ecslint/internal/certificate"
)

// Decide tells what becomes of the tasks of a problem. Where ctx ends before it is decided the verdict is Unproven, with the best that was
// found. Progress may be nil.
func Decide(ctx context.Context, p *certificate.Problem, b Budget, progress Progress) *Result {
	return &Result{Verdict: Unproven}
}
