package schedule

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// cronField is one of the six fields of an expression, and the numbers that it takes.
type cronField struct {
	name        string
	least, most int // both 0: any number
	words       bool
	any         bool // it takes ?
}

// cronFields are in the order of the expression. The years of the pages, 1970 to 2199, aren't enforced.
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
var cronFields = []cronField{
	{name: "minutes", least: 0, most: 59},
	{name: "hours", least: 0, most: 23},
	{name: "day-of-month", least: 1, most: 31, words: true, any: true},
	{name: "month", least: 1, most: 12, words: true},
	{name: "day-of-week", least: 1, most: 7, words: true, any: true},
	{name: "year"},
}

const (
	dayOfMonth = 2
	dayOfWeek  = 4
)

// part is a field as it is written, with its place in the expression.
type part struct {
	from, to int
	text     string
}

var spaced = regexp.MustCompile(`\S+`)

// faultInCron reads the fields. A comma at the end of one is no fault: EventBridge takes it.
// https://github.com/aws/aws-sdk/issues/161
func (g grammar) faultInCron(body string) *fault {
	var parts []part
	for _, m := range spaced.FindAllStringIndex(body, -1) {
		parts = append(parts, part{m[0], m[1], strings.TrimRight(body[m[0]:m[1]], ",")})
	}
	if len(parts) < g.leastCron || len(parts) > g.mostCron {
		return &fault{0, len(body), fmt.Sprintf("%q has %d fields, and cron takes six: minutes, hours, day-of-month, month, day-of-week, year", body, len(parts)), "add what is missing, as in cron(0 8 * * ? *)"}
	}
	if len(parts) > len(cronFields) {
		return nil // with seconds, which no page shows
	}
	for i, p := range parts {
		if says := g.wrongIn(cronFields[i], p.text); says != "" {
			return &fault{p.from, p.to, says, "the fields are minutes, hours, day-of-month, month, day-of-week, year, as in cron(0 8 * * ? *)"}
		}
	}
	return questionMarks(body, parts[dayOfMonth], parts[dayOfWeek])
}

// questionMarks reports days that are given twice, or not at all.
func questionMarks(body string, month, week part) *fault {
	switch asked := month.text == "?"; {
	case asked != (week.text == "?"):
		return nil
	case asked:
		return &fault{week.from, week.to, fmt.Sprintf("%q has ? for both the day-of-month and the day-of-week: one of the two has to be given", body), "write * for one of the two"}
	case week.text == "*":
		return &fault{week.from, week.to, fmt.Sprintf("%q gives both the day-of-month and the day-of-week: one of the two has to be ?", body), "write ? for the day-of-week"}
	}
	return &fault{month.from, month.to, fmt.Sprintf("%q gives both the day-of-month and the day-of-week: one of the two has to be ?", body), "write ? for the day that doesn't matter"}
}

var cronNumber = regexp.MustCompile(`[0-9]+`)

// wrongIn says what is wrong with a field; "" where nothing is for certain.
func (g grammar) wrongIn(f cronField, text string) string {
	switch letters := strings.Trim(text, "0123456789*?,/-#"); {
	case text == "?" && !f.any, strings.Contains(text, "?") && text != "?":
		return fmt.Sprintf("the field for the %s is %q: ? is for the day-of-month or the day-of-week", f.name, text)
	case letters != "" && !f.words:
		return fmt.Sprintf("the field for the %s is %q, which is no number", f.name, text)
	case strings.Contains(text, "#") && f.name != cronFields[dayOfWeek].name:
		return fmt.Sprintf("the field for the %s is %q: # is for the day-of-week", f.name, text)
	case f.most == 0:
		return ""
	}
	for _, item := range strings.Split(text, ",") {
		if says := g.wrongItem(f, item); says != "" {
			return says
		}
	}
	return ""
}

// wrongItem reads one of the values of a field that commas part.
func (g grammar) wrongItem(f cronField, item string) string {
	first, step, stepped := strings.Cut(item, "/")
	if n, err := strconv.Atoi(step); stepped && err == nil && first == "*" && g.stepsInMinutes && f.most == 59 && n > f.most {
		return fmt.Sprintf("the field for the %s is %q: a step of %d leaves nothing to step to", f.name, item, n)
	}
	day, nth, counted := strings.Cut(first, "#")
	if n, err := strconv.Atoi(nth); counted && err == nil && (n < 1 || n > 5) {
		return fmt.Sprintf("the field for the %s is %q: a month has the first to the fifth of a day", f.name, item)
	}
	if strings.HasPrefix(strings.ToUpper(day), "L") {
		return "" // L-3 counts from the end
	}
	for _, number := range cronNumber.FindAllString(day, -1) {
		if n, err := strconv.Atoi(number); err != nil || n < f.least || n > f.most {
			return fmt.Sprintf("the field for the %s has %q, which isn't between %d and %d", f.name, item, f.least, f.most)
		}
	}
	return ""
}
