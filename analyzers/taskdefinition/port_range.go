package taskdefinition

import (
	"fmt"
	"regexp"
	"strconv"
)

// portRange is all ports from first to last, both included.
type portRange struct{ first, last int64 }

var portRangeForm = regexp.MustCompile(`^(\d{1,5})-(\d{1,5})$`)

// parsePortRange reads a containerPortRange: two numbers, in any order.
func parsePortRange(text string) (portRange, bool) {
	m := portRangeForm.FindStringSubmatch(text)
	if m == nil {
		return portRange{}, false
	}
	first, _ := strconv.ParseInt(m[1], 10, 64) // five digits always fit
	last, _ := strconv.ParseInt(m[2], 10, 64)
	return portRange{first, last}, true
}

func (r portRange) overlaps(o portRange) bool { return r.first <= o.last && o.first <= r.last }

func (r portRange) String() string {
	if r.first == r.last {
		return strconv.FormatInt(r.first, 10)
	}
	return fmt.Sprintf("%d-%d", r.first, r.last)
}
