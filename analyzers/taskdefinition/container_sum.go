package taskdefinition

import (
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/value"
)

// containerSum adds up what containers ask for. No share is below 0, so what is known of a sum is the least that it
// can be.
type containerSum struct {
	total   int64
	terms   []string
	unknown []analysis.Unknowable
}

func (s *containerSum) add(share value.Value[int64]) {
	n, ok := share.Or(0)
	switch {
	case !ok:
		s.unknown = append(s.unknown, share)
	case n > 0:
		s.total += n
		s.terms = append(s.terms, strconv.FormatInt(n, 10))
	}
}

// against writes the sum out, as in 512 + 768 = 1280 > 1024.
func (s *containerSum) against(limit int64) string {
	var b strings.Builder
	if len(s.unknown) > 0 {
		b.WriteString("at least ")
	}
	if len(s.terms) > 1 {
		b.WriteString(strings.Join(s.terms, " + ") + " = ")
	}
	b.WriteString(strconv.FormatInt(s.total, 10) + " > " + strconv.FormatInt(limit, 10))
	return b.String()
}
