package query_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/query"
	"github.com/ecslint/ecslint/internal/value"
)

// instance is what a test knows of one. Attributes that begin with "?" are unknown; a last group "?" says that there may be more.
type instance struct {
	attributes map[string]string
	fields     map[query.Field]string
	groups     []string
}

func (i instance) Attribute(name string) query.Value {
	text, ok := i.attributes[name]
	switch {
	case !ok:
		return query.Absent()
	case strings.HasPrefix(text, "?"):
		return query.Value{}
	}
	return query.Known(text)
}

func (i instance) Field(f query.Field) query.Value {
	if text, ok := i.fields[f]; ok {
		return query.Known(text)
	}
	return query.Value{}
}

func (i instance) TaskGroups() ([]string, bool) {
	n := len(i.groups)
	if n > 0 && i.groups[n-1] == "?" {
		return i.groups[:n-1], false
	}
	return i.groups, true
}

var example = instance{
	attributes: map[string]string{
		"ecs.instance-type": "t2.small", "ecs.availability-zone": "us-east-1a", "stack": "prod", "flag": "", "rank": "9",
		"role": "web server", "placeholder": "?",
	},
	fields: map[query.Field]string{
		query.AgentConnected: "true", query.AgentVersion: "1.14.4", query.EC2InstanceID: "i-abcd1234",
		query.RegisteredAt: "2018-02-10T08:00:00Z", query.RunningTasksCount: "1",
	},
	groups: []string{"service:production", "family:batch"},
}

var words = map[value.Tri]string{value.True: "yes", value.False: "no", value.Unknown: "?"}

// TestEval says of expressions whether the example is selected. Those of the documentation are in TestDocumentedExamples.
func TestEval(t *testing.T) {
	for _, test := range []struct{ expression, want string }{
		{"(attribute:stack == prod or attribute:stack == test) and agentConnected == true", "yes"},

		{"attribute:stack equals prod", "yes"},
		{"attribute:stack not_equals prod", "no"},
		{"runningTasksCount greater_than 0", "yes"},
		{"runningTasksCount greater_than_equal 2", "no"},
		{"runningTasksCount less_than 10", "yes"},
		{"runningTasksCount less_than_equal 1", "yes"},
		{"attribute:stack exists", "yes"},
		{"attribute:stack not_exists", "no"},
		{"attribute:gpu !exists", "yes"},
		{"attribute:flag exists", "yes"},
		{"attribute:stack not_in [test, dev]", "yes"},
		{"attribute:ecs.instance-type matches t3.*", "no"},
		{"attribute:stack not_matches .*t.*", "yes"},
		{"attribute:stack == prod && !(attribute:gpu exists)", "yes"},
		{"attribute:stack == test || task:group == family:batch", "yes"},
		{"attribute:role == 'web server'", "yes"},

		// An attribute that isn't there: documented for !=, and for nothing else.
		{"attribute:gpu == yes", "no"},
		{"attribute:gpu != yes", "no"},
		{"not (attribute:gpu == yes)", "yes"},
		{"attribute:gpu !in [yes]", "?"},
		{"attribute:gpu !~ .*", "?"},
		{"attribute:gpu > 1", "?"},

		// What isn't known.
		{"attribute:placeholder == prod", "?"},
		{"attribute:placeholder exists", "?"},
		{"attribute:stack == prod or attribute:placeholder == x", "yes"},
		{"attribute:flag =~ .*", "?"},
		{"attribute:stack =~ (?>p).*", "?"},

		// Mixed joins, and negations without parentheses.
		{"attribute:stack == prod or attribute:stack == test and attribute:gpu exists", "?"},
		{"attribute:stack == prod and attribute:flag exists or agentConnected == true", "yes"},
		{"attribute:stack == prod and attribute:gpu exists or agentConnected == true", "yes"},
		{"not attribute:stack == prod and attribute:gpu exists", "?"},
		{"not attribute:stack == prod and attribute:stack == prod", "no"},
		{"attribute:stack == prod and not attribute:gpu exists", "yes"},

		// Whole value or a part of it.
		{"attribute:ecs.instance-type =~ t2", "?"},
		{"attribute:ecs.instance-type =~ .*small", "yes"},
		{"attribute:ecs.instance-type =~ m5", "no"},

		// Numbers or texts.
		{"attribute:rank > 10", "?"},
		{"attribute:rank > 8", "yes"},
		{"attribute:rank > a", "?"},

		// Versions, times and truths.
		{"agentVersion < 1.9.0", "no"},
		{"agentVersion >= 1.14", "?"},
		{"agentVersion >= 1.13", "yes"},
		{"agentVersion == 1.14.04", "?"},
		{"agentVersion == 1.15.0", "no"},
		{"registeredAt < 2018-02-10", "?"},
		{"registeredAt > 2018-02-10T07:59:59Z", "yes"},
		{"registeredAt == 2018-02-10T09:00:00+01:00", "yes"},
		{"registeredAt == 2018-02-10T08:00:00", "?"},
		{"registeredAt != 2018-02-12T08:00:00", "yes"},
		{"agentConnected == True", "?"},
		{"agentConnected != false", "yes"},

		// Groups of tasks.
		{"task:group != service:production", "?"},
		{"task:group != database", "yes"},
		{"task:group in [database, family:batch]", "yes"},
		{"task:group =~ service:.*", "yes"},
		{"task:group !~ .*:.*", "no"},
		{"task:group !in [service:production, family:batch]", "no"},
		{"task:group exists", "?"},

		// Spellings that the documentation doesn't show.
		{"attribute:stack==prod", "?"},
		{"attribute:stack == prod AND attribute:flag exists", "?"},
		{"attribute:stack in (prod, test)", "?"},
		{`attribute:stack == "prod"`, "?"},
		{"attribute:ecs.instance-type =~ (t2|t3).*", "?"},
		{"attribute:ecs.instance-type =~ '(t2|t3)[.].*'", "yes"},
	} {
		q := query.Parse(test.expression)
		if got := words[q.Eval(example)]; got != test.want || len(q.Problems) > 0 {
			t.Errorf("%s: %s, want %s %v", test.expression, got, test.want, q.Problems)
		}
	}
}

func TestIncompleteGroups(t *testing.T) {
	for _, test := range []struct {
		groups           string
		same, not, other string
	}{
		{"", "no", "yes", "?"},
		{"a", "yes", "no", "no"},
		{"b", "no", "yes", "yes"},
		{"a ?", "yes", "no", "?"},
		{"b ?", "?", "?", "?"},
		{"?", "?", "?", "?"},
	} {
		i := instance{groups: strings.Fields(test.groups)}
		for expression, want := range map[string]string{
			"task:group == a": test.same, "not(task:group == a)": test.not, "task:group != a": test.other,
		} {
			if got := words[query.Parse(expression).Eval(i)]; got != want {
				t.Errorf("%s with groups %q: %s, want %s", expression, test.groups, got, want)
			}
		}
	}
}

// TestAmbiguities lists places, and what each reading says of the example.
func TestAmbiguities(t *testing.T) {
	for _, test := range []struct {
		expression string
		at         []string
		kind       query.Kind
		says       []string
		differs    bool
	}{
		{"attribute:stack == prod or attribute:stack == test and attribute:gpu exists", []string{"attribute:stack == prod or attribute:stack == test and attribute:gpu exists"},
			query.JoinOrder, []string{"yes", "no", "yes"}, true},
		{"(attribute:stack == x and attribute:gpu exists or agentConnected == true)", []string{"attribute:stack == x and attribute:gpu exists or agentConnected == true"},
			query.JoinOrder, []string{"yes", "yes", "no"}, true},
		{"not attribute:stack == prod and attribute:gpu exists", []string{"not attribute:stack == prod and attribute:gpu exists"}, query.NotReach, []string{"no", "yes"}, true},
		{"attribute:ecs.instance-type =~ t2", []string{"t2"}, query.WholeMatch, []string{"no", "yes"}, true},
		{"attribute:ecs.instance-type =~ 't2'", []string{"'t2'"}, query.WholeMatch, []string{"no", "yes"}, true},
		{"attribute:ecs.instance-type =~ t2.*", []string{"t2.*"}, query.WholeMatch, []string{"yes", "yes"}, false},
		{"attribute:gpu !in [a]", []string{"attribute:gpu !in [a]"}, query.AbsentValue, []string{"no", "yes"}, true},
		{"attribute:rank > 10", []string{"attribute:rank > 10"}, query.Order, []string{"no", "yes"}, true},
		{"task:group != service:production", []string{"task:group != service:production"}, query.OtherGroups, []string{"no", "yes"}, true},
		{"attribute:stack==prod", []string{"=="}, query.Spelling, []string{"yes", "?"}, true},
	} {
		q := query.Parse(test.expression)
		var at []string
		for _, a := range q.Ambiguities() {
			at = append(at, test.expression[a.Start:a.End])
			if a.Kind != test.kind || len(a.Readings()) != len(test.says) {
				t.Errorf("%s: %v", test.expression, a)
			}
		}
		if !slices.Equal(at, test.at) {
			t.Errorf("%s: at %q, want %q", test.expression, at, test.at)
		}
		var says []string
		for _, r := range q.Readings() {
			says = append(says, words[q.EvalAs(example, r)])
		}
		if !slices.Equal(says, test.says) {
			t.Errorf("%s: readings say %v, want %v", test.expression, says, test.says)
		}
		if differs := len(q.Differences(example)) > 0; differs != test.differs {
			t.Errorf("%s: differs %v", test.expression, differs)
		}
	}
	clear := "(attribute:a == b or not(attribute:c exists)) and attribute:d in [e] and not attribute:f =~ .*g.*"
	if found := query.Parse(clear).Ambiguities(); len(found) > 0 {
		t.Errorf("%s: %v", clear, found)
	}
}

func TestSpellings(t *testing.T) {
	for _, test := range []struct{ expression, at, instead, printed string }{
		{"attribute:a==b", "==", " == ", "attribute:a == b"},
		{"attribute:a== b", "==", " ==", "attribute:a == b"},
		{"attribute:a exists AND attribute:b exists", "AND", "and", "attribute:a exists and attribute:b exists"},
		{"attribute:a exists&&attribute:b exists", "&&", " && ", "attribute:a exists and attribute:b exists"},
		{"NOT (attribute:a exists)", "NOT", "not", "not(attribute:a exists)"},
		{"attribute:a EXISTS", "EXISTS", "exists", "attribute:a exists"},
		{"attribute:a ! exists", "! exists", "!exists", "attribute:a !exists"},
		{"attribute:a not in [b]", "not in", "not_in", "attribute:a !in [b]"},
		{"attribute:a in[b]", "in", "in ", "attribute:a in [b]"},
		{"attribute:a! in [b]", "! in", " !in", "attribute:a !in [b]"},
		{"attribute:a in (b,c)", "(b,c)", "[b,c]", "attribute:a in [b, c]"},
		{`attribute:a == "b c"`, `"b c"`, "'b c'", "attribute:a == 'b c'"},
		{`attribute:a == "it's"`, `"it's"`, "", `attribute:a == "it's"`},
		{"(attribute:a =~ (b|c).*) or attribute:d exists", "(b|c).*", "'(b|c).*'", "(attribute:a =~ '(b|c).*') or attribute:d exists"},
		{"attribute:a =~ [b)]", "[b)]", "'[b)]'", "attribute:a =~ '[b)]'"},
	} {
		q := query.Parse(test.expression)
		var got []string
		for _, a := range q.Ambiguities() {
			if a.Kind == query.Spelling {
				got = append(got, fmt.Sprintf("%s→%s", test.expression[a.Start:a.End], a.Instead))
			}
		}
		if want := test.at + "→" + test.instead; len(got) != 1 || got[0] != want || len(q.Problems) > 0 {
			t.Errorf("%s: %q, want %q %v", test.expression, got, want, q.Problems)
		}
		if got := q.String(); got != test.printed {
			t.Errorf("%s: printed %s, want %s", test.expression, got, test.printed)
		}
	}
}
