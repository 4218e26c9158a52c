package query_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/internal/query"
)

// show is a problem as a rule would tell it: where, what, and what was probably meant.
func show(text string, p query.Problem) string {
	at := text[p.Start:p.End]
	instead := p.Instead
	if instead == "" {
		instead, _ = diag.Suggest(at, p.Among)
	}
	said := fmt.Sprintf("%d %s: %s", p.Start, at, p.Message)
	if instead != "" {
		said += " → " + instead
	}
	if p.Refused {
		said += " (refused)"
	}
	return said
}

const isNoSubject = ` is no subject: a subject is "attribute:" with a name, or one of agentConnected, agentVersion, ec2InstanceId, registeredAt, runningTasksCount, task:group`

func TestProblems(t *testing.T) {
	for _, test := range []struct {
		expression string
		want       []string
	}{
		{"", []string{`0 : the expression is empty`}},
		{"  ", []string{`0 : the expression is empty`}},

		// Subjects.
		{"attributes:stack == prod", []string{`0 attributes:: "attributes:" begins no subject: "attribute:" does → attribute: (refused)`}},
		{"Attribute:stack == prod", []string{`0 Attribute:: "Attribute:" begins no subject: "attribute:" does → attribute:`}},
		{"attribute.ecs.os-type == linux", []string{`0 attribute.: "attribute." begins no subject: "attribute:" does → attribute:`}},
		{"ecs.instance-type == t2.small", []string{`0 ecs.instance-type: "attribute:" is missing in front of "ecs.instance-type" → attribute:ecs.instance-type`}},
		{"attribute: stack == prod", []string{`0 attribute: stack: a blank stands between "attribute:" and the name → attribute:stack`}},
		{"attribute: == prod", []string{`0 attribute:: the name of the attribute is missing after "attribute:"`}},
		{"attribute:sta*k exists", []string{`10 sta*k: the name of an attribute has at most 128 letters, digits and "-", "_", ".", "/", "\"`}},
		{"agentversion == 1.14.5", []string{`0 agentversion: "agentversion" is no subject: case makes a difference → agentVersion`}},
		{"taskGroup == a and runningTaskCount < 3", []string{`0 taskGroup: "taskGroup"` + isNoSubject + ` → task:group`, `19 runningTaskCount: "runningTaskCount"` + isNoSubject + ` → runningTasksCount`}},
		{"atribute:stack == prod", []string{`0 atribute:stack: "atribute:stack"` + isNoSubject + ` → attribute:stack`}},
		{"tasks:group == a", []string{`0 tasks:group: "tasks:group"` + isNoSubject + ` → task:group`}},
		{"stack == prod", []string{`0 stack: "stack"` + isNoSubject}},
		{"'attribute:stack' == prod", []string{`0 'attribute:stack': a subject stands without quotes → attribute:stack`}},
		{"== prod", []string{`0 ==: a subject is missing in front of "=="`}},

		// Operators.
		{"attribute:stack = prod", []string{`16 =: "=" is no operator → ==`}},
		{"attribute:stack=prod", []string{`15 =: "=" is no operator → ==`}},
		{"attribute:stack === prod", []string{`16 ===: "===" is no operator → ==`}},
		{"runningTasksCount => 2", []string{`18 =>: "=>" is no operator → >=`}},
		{"attribute:stack like pr.*", []string{`16 like: "like" is no operator → =~`}},
		{"attribute:stack not_equal prod", []string{`16 not_equal: "not_equal" is no operator → not_equals`}},
		{"attribute:stack exist", []string{`16 exist: "exist" is no operator → exists`}},
		{"attribute:stack prod", []string{`16 prod: "prod" is no operator`}},
		{"attribute:stack and agentConnected == true", []string{`0 attribute:stack: an operator is missing after "attribute:stack"`}},
		{"attribute:stack not prod", []string{`16 not: "not" is no operator`}},
		{"agentVersion =~ 1.*", []string{`13 =~: "agentVersion" takes no "=~": its operators are ==, !=, >, >=, <, <=`}},
		{"ec2InstanceId exists", []string{`14 exists: "ec2InstanceId" takes no "exists": its operators are ==, !=, in, !in, =~, !~`}},

		// Values.
		{"attribute:stack ==", []string{`16 ==: a value is missing after "=="`}},
		{"attribute:stack == and agentConnected == true", []string{`16 ==: a value is missing after "=="`}},
		{"(attribute:stack !=) or attribute:a exists", []string{`17 !=: a value is missing after "!="`}},
		{"attribute:role == web server", []string{`22 server: "server" stands after a whole comparison, where "and" or "or" is expected; a value with blanks needs quotes`}},
		{"attribute:stack == 'prod", []string{`19 ': the quote is never closed`}},
		{"(attribute:stack == 'prod)", []string{`20 ': the quote is never closed`}},
		{"attribute:stack == [a, b]", []string{`16 ==: "==" takes one value, not a list → in`}},
		{"attribute:stack == (prod)", []string{`19 (prod): a value stands without parentheses`}},
		{"runningTasksCount < few", []string{`20 few: runningTasksCount is compared with a whole number, not with "few"`}},
		{"registeredAt > 13/02/2018", []string{`15 13/02/2018: "13/02/2018" is no time as in "2018-06-18T22:28:28+00:00", "2018-06-18T22:28:28Z", "2018-06-18T22:28:28" or "2018-06-18"`}},

		{"attribute:stack == pr'od'", []string{`21 ': a quote stands inside of a value that doesn't begin with one`}},

		// Lists.
		{"attribute:stack in prod, test", []string{`19 prod, test: a list stands in "[" and "]" → [prod, test]`}},
		{"attribute:stack in prod and attribute:a exists", []string{`19 prod: a list stands in "[" and "]" → [prod]`}},
		{"attribute:stack in [prod test]", []string{`25 test: "," is missing between the values of the list`}},
		{"attribute:stack in [prod, test", []string{`19 [: "[" is never closed`}},
		{"(attribute:stack in [prod, test)", []string{`20 [: "[" is never closed`}},
		{"attribute:stack in [prod and attribute:a exists", []string{`19 [: "[" is never closed`}},
		{"attribute:stack in []", []string{`19 []: the list is empty`}},
		{"attribute:stack in [a,]", []string{`22 ]: a value is missing in front of "]"`}},
		{"attribute:stack in [,a]", []string{`20 ,: a value is missing in front of ","`}},
		{"attribute:stack in", []string{`16 in: a value is missing after "in"`}},

		// Patterns.
		{"attribute:stack =~ *prod", []string{`19 *: the pattern is no regular expression of Java: "*" has nothing to repeat`}},
		{"attribute:stack =~ '(prod'", []string{`20 (: the pattern is no regular expression of Java: "(" is never closed`}},

		// What joins comparisons.
		{"attribute:a exists attribute:b exists", []string{`19 attribute:b: "and" or "or" is missing in front of "attribute:b"`}},
		{"attribute:a exists, attribute:b exists", []string{`18 ,: "," joins no comparisons: "and" and "or" do`}},
		{"attribute:a exists & attribute:b exists", []string{`19 &: "&" joins no comparisons: "and" and "or" do → &&`}},
		{"attribute:a exists and", []string{`19 and: a comparison is missing after "and"`}},
		{"attribute:a exists and or attribute:b exists", []string{`19 and: a comparison is missing after "and"`}},
		{"and attribute:a exists", []string{`0 and: a comparison is missing in front of "and"`}},
		{"not", []string{`0 not: a comparison is missing after "not"`}},

		// Parentheses.
		{"(attribute:a exists", []string{`0 (: "(" is never closed`}},
		{"((attribute:a exists) and attribute:b exists", []string{`0 (: "(" is never closed`}},
		{"attribute:a exists)", []string{`18 ): ")" closes nothing`}},
		{"attribute:a exists) and attribute:b = c", []string{`18 ): ")" closes nothing`, `36 =: "=" is no operator → ==`}},
		{"()", []string{`0 (: a comparison is missing after "("`}},
		{"(attribute:a) == b", []string{`1 attribute:a: an operator is missing after "attribute:a"`}},
		{strings.Repeat("(", 101) + "agentConnected == true" + strings.Repeat(")", 101), []string{`100 (: the expression is nested deeper than 100`}},
	} {
		q := query.Parse(test.expression)
		var got []string
		for _, p := range q.Problems {
			got = append(got, show(test.expression, p))
		}
		if strings.Join(got, "\n") != strings.Join(test.want, "\n") {
			t.Errorf("%s:\n got %s\nwant %s", test.expression, strings.Join(got, "\n     "), strings.Join(test.want, "\n     "))
		}
	}
}

// TestBroken tells what no reading makes an expression of from what only isn't documented.
func TestBroken(t *testing.T) {
	for expression, broken := range map[string]bool{
		"":                                  true,
		"(attribute:a exists":               true,
		"attribute:a exists)":               true,
		"attribute:a in [b":                 true,
		"attribute:a == 'b":                 true,
		"attribute:a =~ *b":                 true,
		"attribute:a exists and":            true,
		"and attribute:a exists":            true,
		"attributes:a == b":                 false,
		"attribute:a = b":                   false,
		"attribute:a in b":                  false,
		"attribute:a == b c":                false,
		"attribute:a exists, taskGroup = b": false,
	} {
		problems := query.Parse(expression).Problems
		if len(problems) == 0 {
			t.Errorf("%s: no problem", expression)
		}
		for _, p := range problems {
			if p.Broken != broken {
				t.Errorf("%s: %s: broken %v, want %v", expression, p.Message, p.Broken, broken)
			}
		}
	}
}

func TestUnevaluated(t *testing.T) {
	const text = `attribute:a =~ 'x(y)\1'`
	q := query.Parse(text)
	if len(q.Problems) != 0 || len(q.Unevaluated) != 1 {
		t.Fatalf("%v %v", q.Problems, q.Unevaluated)
	}
	if got := show(text, q.Unevaluated[0]); got != `20 \1: a reference back to a group isn't evaluated` {
		t.Error(got)
	}
}

func TestMisnamed(t *testing.T) {
	const text = "attribute:ecs.instance_type == t2.small or (attribute:ecs.os-type exists and not(attribute:ecs.capability.x exists)) and attribute:ecs.zone == a"
	var got []string
	for _, p := range query.Parse(text).Misnamed(facts.InstanceAttributes) {
		got = append(got, show(text, p))
	}
	want := []string{
		`10 ecs.instance_type: ECS isn't documented to give instances an attribute "ecs.instance_type" → ecs.instance-type`,
		`131 ecs.zone: ECS isn't documented to give instances an attribute "ecs.zone"`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}
