// Package place tells what the scheduler of ECS can and can't do with tasks.
package place

import (
	"math"
	"math/bits"
)

// Window is the number of tasks that a rolling update keeps to: at least Lower of them stay healthy, and no more
// than Upper exist at a time.
type Window struct{ Lower, Upper int64 }

// RollingWindow is the window of a service of desired tasks under the percents of its deployment configuration.
// AWS rounds the lower end up and the upper end down:
// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
// What lies beyond an int64 is the greatest int64; negative numbers count as 0.
func RollingWindow(desired, minimumHealthyPercent, maximumPercent int64) Window {
	lower, rest := percentOf(desired, minimumHealthyPercent)
	if rest && lower < math.MaxInt64 {
		lower++
	}
	upper, _ := percentOf(desired, maximumPercent)
	return Window{Lower: lower, Upper: upper}
}

// Blocks reports that a rolling update of desired running tasks can do nothing at all: no task may be started
// beside them, and none of them may be stopped.
func (w Window) Blocks(desired int64) bool {
	return desired >= 1 && w.Upper <= desired && w.Lower >= desired
}

// minus is the window for the tasks beside so many that stay.
func (w Window) minus(staying int64) Window { return Window{w.Lower - staying, w.Upper - staying} }

// percentOf is n*percent/100 rounded down, and whether that cut something off.
func percentOf(n, percent int64) (whole int64, rest bool) {
	high, low := bits.Mul64(uint64(max(n, 0)), uint64(max(percent, 0)))
	if high >= 100 {
		return math.MaxInt64, false
	}
	quotient, remainder := bits.Div64(high, low, 100)
	if quotient > math.MaxInt64 {
		return math.MaxInt64, false
	}
	return int64(quotient), remainder > 0
}
