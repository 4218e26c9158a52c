package query

import (
	"cmp"
	"strconv"
	"strings"
	"time"

	"github.com/ecslint/ecslint/internal/value"
)

// equal compares texts, which is what == is documented to do; numbers and times by their value. Where texts differ that might
// mean the same, nothing is known.
func equal(field Field, text, argument string) value.Tri {
	switch {
	case argument == "":
		return value.Unknown
	case field == RunningTasksCount, field == RegisteredAt:
		order, ok := compare(field, text, argument)
		if !ok {
			return value.Unknown
		}
		return value.TriOf(order == 0)
	case field == AgentConnected && !(isBool(text) && isBool(argument)):
		return value.Unknown
	case field == AgentVersion && text != argument:
		if order, ok := compare(field, text, argument); !ok || order == 0 {
			return value.Unknown
		}
	}
	return value.TriOf(text == argument)
}

func isBool(s string) bool { return s == "true" || s == "false" }

// ordered asks > and its like.
func (e *evaluation) ordered(c *Comparison, operator Operator, text string) value.Tri {
	argument := c.Arguments[0].Text
	order, ok := compare(c.Subject.Field, text, argument)
	if c.Subject.Field == AttributeField && e.reading[Order] == OrderTexts {
		order, ok = strings.Compare(text, argument), true
	}
	if !ok {
		return value.Unknown
	}
	switch operator {
	case Greater:
		return value.TriOf(order > 0)
	case GreaterOrEqual:
		return value.TriOf(order >= 0)
	case Less:
		return value.TriOf(order < 0)
	case LessOrEqual:
		return value.TriOf(order <= 0)
	}
	return value.Unknown
}

// compare orders values by what they mean; false where that isn't certain.
func compare(field Field, text, argument string) (int, bool) {
	switch field {
	case AttributeField, RunningTasksCount:
		a, known := readNumber(text)
		b, ok := readNumber(argument)
		return cmp.Compare(a, b), known && ok
	case AgentVersion:
		return compareVersions(text, argument)
	case RegisteredAt:
		return compareTimes(text, argument)
	}
	return 0, false
}

func readNumber(s string) (float64, bool) {
	const exact = 15 // decimal digits that a float64 holds
	if len(s) > exact || strings.Trim(s, "-.0123456789") != "" {
		return 0, false
	}
	n, err := strconv.ParseFloat(s, 64)
	return n, err == nil
}

// compareVersions orders dotted numbers; whether 1.14 is 1.14.0 isn't documented.
func compareVersions(text, argument string) (int, bool) {
	a, b := strings.Split(text, "."), strings.Split(argument, ".")
	for i := range max(len(a), len(b)) {
		if i >= len(a) || i >= len(b) {
			return 0, false
		}
		x, err := strconv.ParseUint(a[i], 10, 32)
		y, wrong := strconv.ParseUint(b[i], 10, 32)
		if err != nil || wrong != nil {
			return 0, false
		}
		if x != y {
			return cmp.Compare(x, y), true
		}
	}
	return 0, true
}

// moment is the time that an argument means, from its first to its last nanosecond. Where the argument has no zone, it means
// that time in any of the world's.
type moment struct {
	first, last time.Time
	zoned       bool
}

const (
	east = 14 * time.Hour // the zone that is first to see a day
	west = 12 * time.Hour // the zone that is last
)

func readTime(s string) (moment, bool) {
	if t, err := time.Parse("2006-01-02T15:04:05Z07:00", s); err == nil && !strings.ContainsAny(s, ".,") {
		return moment{t, t.Add(time.Second - 1), true}, true
	}
	if t, err := time.Parse("2006-01-02T15:04:05", s); err == nil && !strings.ContainsAny(s, ".,") {
		return moment{t.Add(-east), t.Add(west + time.Second - 1), false}, true
	}
	t, err := time.Parse("2006-01-02", s)
	return moment{t.Add(-east), t.Add(24*time.Hour + west - 1), false}, err == nil
}

func compareTimes(text, argument string) (int, bool) {
	t, err := time.Parse(time.RFC3339, text)
	m, ok := readTime(argument)
	switch {
	case err != nil || !ok:
		return 0, false
	case t.Before(m.first):
		return -1, true
	case t.After(m.last):
		return 1, true
	}
	return 0, m.zoned && t.Equal(m.first)
}
