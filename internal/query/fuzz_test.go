package query_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/query"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/syntaxtest"
)

var seeds = []string{
	"attribute:ecs.instance-type =~ t2.* and attribute:ecs.availability-zone == us-east-1a",
	"(attribute:stack in [prod, 'a b'] or not(task:group == service:web)) && !(attribute:gpu exists) || agentConnected == true",
	"not attribute:rank >= 10 and task:group !in [a, b] or attribute:x !~ '(c5|m5)[.].*' and runningTasksCount < 3",
	"agentVersion greater_than 1.14.5 or registeredAt less_than 2018-06-18T22:28:28Z and ec2InstanceId not_matches \"i-0.*\"",
	"attributes:a=b AND attribute:c in (d,e) & f == g",
}

var tokens = strings.Split(`( ) [ ] , ' " ! = == != =~ !~ < >= & && | || and or not in !in exists not_exists matches like `+
	`attribute: attributes: task:group agentVersion registeredAt runningTasksCount \ * + ? { } ^ $ ; a 1 é `+"\xff \x00 \n", " ")

// check reads a text, and whatever can be asked of it.
func check(t *testing.T, text string) {
	q := query.Parse(text)
	inside := func(s syntax.Span) {
		if s.Start < 0 || s.Start > s.End || s.End > len(text) {
			t.Fatalf("span %v of %q", s, text)
		}
	}
	for _, p := range slices.Concat(q.Problems, q.Unevaluated, q.Misnamed(nil)) {
		inside(p.Span)
	}
	for _, a := range q.Ambiguities() {
		inside(a.Span)
	}
	for _, c := range q.Comparisons() {
		inside(c.Span)
		inside(c.Subject.Span)
		for _, a := range c.Arguments {
			inside(a.Span)
		}
	}
	all := q.Readings()
	for _, r := range all {
		q.EvalAs(example, r)
	}
	agreed := q.Eval(example)
	switch {
	case len(q.Problems) > 0 && !agreed.IsUnknown():
		t.Fatalf("%q has problems and is %v", text, agreed)
	case !agreed.IsUnknown() && q.EvalAs(example, all[len(all)-1]) != agreed:
		t.Fatalf("%q: not all readings agree", text)
	case len(q.Problems) == 0:
		checkPrinted(t, q)
		checkSpellings(t, text, q)
	}
}

// checkPrinted checks that what is printed is read, printed and evaluated the same again.
func checkPrinted(t *testing.T, q *query.Query) {
	printed := q.String()
	again := query.Parse(printed)
	if len(again.Problems) > 0 || again.String() != printed {
		t.Fatalf("%q is printed as %q %v", printed, again.String(), again.Problems)
	}
	for _, r := range q.Readings() {
		if r[query.Spelling] == query.SpellingRead && q.EvalAs(example, r) != again.EvalAs(example, r) {
			t.Fatalf("%q: %v, not %v in the reading %v", printed, again.EvalAs(example, r), q.EvalAs(example, r), r)
		}
	}
}

// checkSpellings checks that writing what is meant instead leaves nothing of the kind, and means the same.
func checkSpellings(t *testing.T, text string, q *query.Query) {
	better := text
	for _, a := range slices.Backward(q.Ambiguities()) {
		if a.Kind != query.Spelling {
			continue
		}
		if a.Instead == "" {
			return
		}
		better = better[:a.Start] + a.Instead + better[a.End:]
	}
	again := query.Parse(better)
	for _, a := range again.Ambiguities() {
		if a.Kind == query.Spelling {
			t.Fatalf("%q becomes %q, with %v", text, better, a)
		}
	}
	if again.String() != q.String() {
		t.Fatalf("%q becomes %q, which reads as %s", text, better, again)
	}
}

func TestMutations(t *testing.T) { syntaxtest.Mutations(t, seeds, tokens, check) }

func TestLongTexts(t *testing.T) {
	const n = 20_000
	for _, text := range []string{
		strings.Repeat("(", n), strings.Repeat(")", n), strings.Repeat("!", n), strings.Repeat("not ", n), strings.Repeat("[", n),
		strings.Repeat("'", n+1), strings.Repeat("and ", n), strings.Repeat("attribute:a exists and ", n), strings.Repeat("a b ", n),
		strings.Repeat("not attribute:a exists or ", 300) + "attribute:a exists",
		"attribute:a in [" + strings.Repeat("b, ", n), "attribute:a in " + strings.Repeat("b ", n), "attribute:a =~ " + strings.Repeat("(", n),
		"attribute:a =~ '" + strings.Repeat("(a|b)*", n) + "'", "attribute:" + strings.Repeat("x", n) + " == " + strings.Repeat("y", n),
	} {
		check(t, text)
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range seeds {
		f.Add(seed)
	}
	f.Fuzz(check)
}
