package query_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/query"
)

// fleet is three instances that the documentation's examples tell apart.
var fleet = []struct {
	name string
	instance
}{
	{"web", instance{
		attributes: map[string]string{"ecs.instance-type": "t2.small", "ecs.availability-zone": "us-east-1a", "stack": "prod"},
		fields: map[query.Field]string{
			query.AgentConnected: "true", query.AgentVersion: "1.14.4", query.EC2InstanceID: "i-abcd1234",
			query.RegisteredAt: "2018-02-10T08:00:00Z", query.RunningTasksCount: "1",
		},
		groups: []string{"service:production"},
	}},
	{"data", instance{
		attributes: map[string]string{"ecs.instance-type": "g2.2xlarge", "ecs.availability-zone": "us-east-1c"},
		fields: map[query.Field]string{
			query.AgentConnected: "false", query.AgentVersion: "1.14.5", query.EC2InstanceID: "i-wxyx7890",
			query.RegisteredAt: "2018-03-14T08:00:00Z", query.RunningTasksCount: "2",
		},
		groups: []string{"database", "databases"},
	}},
	{"idle", instance{
		attributes: map[string]string{"ecs.instance-type": "t2.medium", "ecs.availability-zone": "us-east-1d", "stack": "test"},
		fields: map[query.Field]string{
			query.AgentConnected: "true", query.AgentVersion: "1.15.0", query.EC2InstanceID: "i-00000000",
			query.RegisteredAt: "2018-06-18T22:28:28Z", query.RunningTasksCount: "0",
		},
	}},
}

// TestDocumentedExamples evaluates every example of the documentation, and of the pages on placement constraints: each has one
// meaning, and no problem.
func TestDocumentedExamples(t *testing.T) {
	for _, test := range []struct{ expression, selects string }{
		// cluster-query-language
		{"attribute:ecs.instance-type == t2.small", "web"},
		{"attribute:ecs.availability-zone in [us-east-1a, us-east-1b]", "web"},
		{"attribute:ecs.instance-type =~ g2.* and attribute:ecs.availability-zone != us-east-1d", "data"},
		{"task:group == service:production", "web"},
		{"not(task:group == database)", "web idle"},
		{"runningTasksCount == 1", "web"},
		{"agentVersion < 1.14.5", "web"},
		{"registeredAt < 2018-02-13", "web"},
		{"ec2InstanceId in ['i-abcd1234', 'i-wxyx7890']", "web data"},

		// task-placement-constraints, its examples, and cluster-query-filters
		{"attribute:ecs.instance-type == g2.2xlarge", "data"},
		{"attribute:stack == prod", "web"},
		{"attribute:stack != prod", "idle"},
		{"attribute:ecs.instance-type in [t2.small, t2.medium]", "web idle"},
		{"attribute:ecs.instance-type =~ t2.* and attribute:ecs.availability-zone == us-east-1a", "web"},
		{"attribute:ecs.instance-type =~ t2.*", "web idle"},
		{"task:group == databases", "data"},
	} {
		q := query.Parse(test.expression)
		var selects []string
		for _, i := range fleet {
			answer := q.Eval(i.instance)
			if answer.IsUnknown() {
				t.Errorf("%s: unknown for %s", test.expression, i.name)
			}
			if answer.IsTrue() {
				selects = append(selects, i.name)
			}
		}
		if got := strings.Join(selects, " "); got != test.selects || len(q.Problems) > 0 {
			t.Errorf("%s: selects %q, want %q %v", test.expression, got, test.selects, q.Problems)
		}
	}
}

// TestOpenQuestions has a row for each question that the documentation leaves open: what is said in each reading, what is said
// where they differ, and which reading the examples suggest: the first.
func TestOpenQuestions(t *testing.T) {
	for _, test := range []struct {
		question, expression, of string
		readings                 []string
		says                     string
	}{
		{"an attribute that isn't there, !=: an example shows it", "attribute:stack != prod", "data", []string{"no"}, "no"},
		{"an attribute that isn't there, !in", "attribute:stack !in [prod]", "data", []string{"no", "yes"}, "?"},
		{"an attribute that isn't there, !~", "attribute:stack !~ prod.*", "data", []string{"no", "no", "yes", "yes"}, "?"},
		{"an attribute that isn't there, not", "not(attribute:stack == prod)", "data", []string{"yes"}, "yes"},
		{"and beside or", "attribute:stack == prod or attribute:stack == test and agentConnected == false", "web", []string{"yes", "no", "yes"}, "?"},
		{"and beside or, where it makes no difference", "attribute:stack == prod or attribute:stack == test and agentConnected == true", "web", []string{"yes", "yes", "yes"}, "yes"},
		{"a whole match or a part", "attribute:ecs.instance-type =~ small", "web", []string{"no", "yes"}, "?"},
		{"a whole match or a part, where it makes no difference", "attribute:ecs.instance-type =~ t2.*", "web", []string{"yes", "yes"}, "yes"},
		{"Java's expressions: a class of their own", "attribute:ecs.instance-type =~ '[a-z&&[^g]]2.*'", "web", []string{"yes", "yes"}, "yes"},
		{"Java's expressions: one that isn't evaluated", "attribute:ecs.instance-type =~ '(?>t2).*'", "web", []string{"?"}, "?"},
		{"numbers or texts", "attribute:rank > 10", "ranked", []string{"no", "yes"}, "?"},
		{"letter case of words", "agentConnected == true AND attribute:stack exists", "web", []string{"yes", "?"}, "?"},
		{"no blanks", "attribute:stack==prod", "web", []string{"yes", "?"}, "?"},
		{"a blank in an operator", "attribute:gpu ! exists", "web", []string{"yes", "?"}, "?"},
		{"no blank behind not: an example shows it", "not(attribute:stack exists)", "web", []string{"no"}, "no"},
		{"an exclamation mark as not", "!(attribute:stack exists)", "web", []string{"no"}, "no"},
		{"not in front of two", "not attribute:stack == test and attribute:stack == test", "web", []string{"no", "yes"}, "?"},
		{"no such group or another group", "task:group != database", "data", []string{"no", "yes"}, "?"},
		{"what changes while instances run", "runningTasksCount < 3 and registeredAt > 2018-01-01", "unseen", []string{"?"}, "?"},
		{"an attribute that may be there", "attribute:zone == a", "open", []string{"?"}, "?"},
	} {
		i := named(test.of)
		q := query.Parse(test.expression)
		var readings []string
		for _, r := range q.Readings() {
			readings = append(readings, words[q.EvalAs(i, r)])
		}
		if says := words[q.Eval(i)]; says != test.says || !slices.Equal(readings, test.readings) || len(q.Problems) > 0 {
			t.Errorf("%s: %s for %s: %s, want %s; readings %q, want %q %v", test.question, test.expression, test.of, says, test.says, readings, test.readings, q.Problems)
		}
	}
}

// named is an instance of the fleet, or one of which less is known.
func named(name string) instance {
	for _, i := range fleet {
		if i.name == name {
			return i.instance
		}
	}
	return map[string]instance{
		"ranked": {attributes: map[string]string{"rank": "9"}},
		"unseen": {},
		"open":   {attributes: map[string]string{"zone": "?"}},
	}[name]
}
