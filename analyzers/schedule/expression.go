package schedule

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/ecslint/ecslint/internal/ecs"
)

// grammar is what a service takes as a schedule. Each was found to take some of what the pages for it don't show.
type grammar struct {
	at             bool // at(...)
	leastCron      int  // fields of cron(...)
	mostCron       int
	agreesInNumber bool // rate(1 hour), rate(2 hours), and nothing else
	spaceInRate    bool // rate(5 minutes), and not rate(5minutes)
	stepsInMinutes bool // */60 minutes are refused
}

// grammars are those of EventBridge's rules, of its Scheduler and of Application Auto Scaling.
var grammars = map[ecs.Type]grammar{
	ecs.TypeEventRule:       {leastCron: 6, mostCron: 6, agreesInNumber: true, spaceInRate: true, stepsInMinutes: true},
	ecs.TypeSchedule:        {at: true, leastCron: 5, mostCron: 6},
	ecs.TypeScheduledAction: {at: true, leastCron: 5, mostCron: 7},
}

// fault is what is wrong with an expression, and in which bytes of it.
type fault struct {
	from, to int
	says     string
	help     string
}

var (
	form = regexp.MustCompile(`^(?i)(cron|rate|at)\((.*)\)$`)
	rate = regexp.MustCompile(`^([0-9]+)( *)([A-Za-z]+)$`)
	at   = regexp.MustCompile(`^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$`)
)

// faultIn is the first fault of an expression; nil where there is none for certain.
func (g grammar) faultIn(expression string) *fault {
	m := form.FindStringSubmatchIndex(expression)
	if m == nil {
		return &fault{0, len(expression), fmt.Sprintf("%q is no schedule: it is %s", expression, g.forms()), "write it in one of these forms"}
	}
	start := m[4]
	body := expression[start:m[5]]
	switch strings.ToLower(expression[m[2]:m[3]]) {
	case "rate":
		return g.faultInRate(body).moved(start)
	case "at":
		return g.faultInAt(body).moved(start)
	}
	return g.faultInCron(body).moved(start)
}

func (f *fault) moved(by int) *fault {
	if f != nil {
		f.from, f.to = f.from+by, f.to+by
	}
	return f
}

func (g grammar) forms() string {
	if g.at {
		return "cron(...), rate(...) or at(...)"
	}
	return "cron(...) or rate(...)"
}

func (g grammar) faultInRate(body string) *fault {
	whole := func(says, help string) *fault { return &fault{0, len(body), says, help} }
	const help = "write it as in rate(5 minutes)"
	m := rate.FindStringSubmatch(body)
	if m == nil || g.spaceInRate && m[2] == "" {
		return whole(fmt.Sprintf("the rate %q isn't a whole number and a unit", body), help)
	}
	number, unit := m[1], strings.ToLower(m[3])
	one := strings.TrimLeft(number, "0") == "1"
	switch single := strings.TrimSuffix(unit, "s"); {
	case single != "minute" && single != "hour" && single != "day":
		return whole(fmt.Sprintf("the rate %q is in %s, and can be in minutes, hours or days", body, unit), help)
	case strings.Trim(number, "0") == "":
		return whole(fmt.Sprintf("the rate %q is 0, and begins at 1", body), help)
	case g.agreesInNumber && one != (single == unit):
		return whole(fmt.Sprintf("the rate %q has the wrong number: it is 1 %s, and 2 %ss", body, single, single), fmt.Sprintf("write rate(1 %s), or rate(2 %ss) and so on", single, single))
	}
	return nil
}

func (g grammar) faultInAt(body string) *fault {
	switch {
	case !g.at:
		return &fault{0, len(body), "a rule of EventBridge can't be for one time: it takes cron(...) and rate(...)", "use a schedule of EventBridge Scheduler, which takes at(...)"}
	case !at.MatchString(body):
		return &fault{0, len(body), fmt.Sprintf("the time %q isn't written as in 2030-12-31T23:59:00, without a time zone", body), "write it so, and name the time zone beside it"}
	}
	return nil
}
