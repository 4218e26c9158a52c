package pattern_test

import (
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/query/pattern"
	"github.com/ecslint/ecslint/internal/syntax/syntaxtest"
)

func TestPatterns(t *testing.T) {
	for _, test := range []struct{ expression, text, want string }{
		{`t2.*`, "t2.micro", "true true"},
		{`t2.*`, "t2a.micro", "true true"},
		{`t2\..*`, "t2a.micro", "false false"},
		{`t2`, "t2.micro", "false true"},
		{`.*large`, "c5.xlarge", "true true"},
		{`(c5|m5)\.\w+`, "m5.large", "true true"},
		{`[cm]5[a-z&&[^n]]?\..*`, "c5n.large", "false false"},
		{`(?!t[23]).*`, "t3.micro", "false true"},
		{`(?!t[23]).*`, "m5.large", "true true"},
		{`.*(?<!metal)`, "m5.metal", "false true"},
		{`(?i)T2\.MICRO`, "t2.micro", "true true"},
		{`\Qt2.micro\E`, "t2.micro", "true true"},
		{`.*+x`, "axx", "false false"},
		{``, "", "true true"},
	} {
		if got, _ := say(test.expression, test.text); got != test.want {
			t.Errorf("%q on %q: %s, want %s", test.expression, test.text, got, test.want)
		}
	}
}

func TestProblems(t *testing.T) {
	for _, test := range []struct{ expression, at, want string }{
		{"*.micro", "*", `refused: "*" has nothing to repeat`},
		{"(t2|t3", "(", `refused: "(" is never closed`},
		{"t2)", ")", `refused: ")" closes nothing`},
		{"[t2", "[", `refused: "[" is never closed`},
		{"t{2", "{", `refused: "{" isn't a number of times as in "{2}", "{2,}" or "{2,5}"`},
		{"t{2,1}x", "{2,1}", `refused: "{2,1}" isn't a number of times as in "{2}", "{2,}" or "{2,5}"`},
		{"[z-a]", "z-a", `refused: "z-a" is no range: its end comes before its start`},
		{`t2\.\y`, `\y`, `refused: "\y" has no meaning`},
		{`t2\`, `\`, `refused: "\" at the end escapes nothing`},
		{`(?<a>x)(?<a>y)`, "a", `refused: two groups have the name "a"`},
		{`(?P<a>x)`, "(?P", `not evaluated: the flag "P" isn't evaluated`},
		{`(t)\1`, `\1`, "not evaluated: a reference back to a group isn't evaluated"},
		{`(?>t2).*`, `(?>`, `not evaluated: an atomic group "(?>" isn't evaluated`},
		{`(?<=t.*)2`, `(?<=t.*)`, "not evaluated: what is looked for behind has no greatest length, which isn't evaluated"},
		{`(?x) t2`, "(?x", `not evaluated: the flag "x" isn't evaluated`},
		{`\p{IsGreek}`, `\p{IsGreek}`, `not evaluated: the class "\p{IsGreek}" isn't evaluated`},
		{strings.Repeat("(", 100), "(", "not evaluated: groups are nested deeper than 50"},
	} {
		_, problem := pattern.Parse(test.expression)
		if problem == nil {
			t.Errorf("%q: no problem", test.expression)
			continue
		}
		got := "not evaluated: " + problem.Message
		if problem.Refused {
			got = "refused: " + problem.Message
		}
		if at := test.expression[problem.Span.Start:problem.Span.End]; at != test.at || got != test.want {
			t.Errorf("%q: %q %s\nwant %q %s", test.expression, at, got, test.at, test.want)
		}
	}
}

// TestLongMatches asks for what takes Java for ever. Of what takes too many steps nothing is known.
func TestLongMatches(t *testing.T) {
	text := strings.Repeat("a", 500)
	for _, test := range []struct{ expression, want string }{
		{"(a+)+b", "false false"},
		{"(a|aa)*b", "false false"},
		{"(.*)*(.*)*(.*)*x", "false false"},
		{"((a{1,500}){1,500}){1,500}b", "false false"},
		{"(?=(?=(?=a*)a*)a*b)a*", "false false"},
		{"(?:(?=(?:a{1,400}x|aa)*c)a)*", ""},
		{"a{2000000000}", "false false"},
		{"(a?){2000000000}", "true true"},
	} {
		if got, _ := say(test.expression, text); got != test.want {
			t.Errorf("%s: %s, want %s", test.expression, got, test.want)
		}
	}
	p, _ := pattern.Parse(".*")
	if !p.Matches("é").IsUnknown() || !p.Matches("a\nb").IsUnknown() || !p.Matches(strings.Repeat("a", 513)).IsUnknown() {
		t.Error("what no attribute can hold must be unknown")
	}
}

func TestAnchored(t *testing.T) {
	for expression, want := range map[string]bool{
		".*": true, ".*t2.*": true, "^t2$": true, "^t2.*": true, ".*?t2$": true,
		"": false, "t2": false, "t2.*": false, "^t2": false, "a|.*": false, ".+t2.*": false, ".*+t2.*": false,
	} {
		if p, _ := pattern.Parse(expression); p.Anchored() != want {
			t.Errorf("%q: want %v", expression, want)
		}
	}
}

func check(t *testing.T, expression string) {
	p, problem := pattern.Parse(expression)
	if problem != nil {
		if s := problem.Span; s.Start < 0 || s.Start > s.End || s.End > len(expression) {
			t.Fatalf("%q: %v is outside", expression, problem)
		}
		return
	}
	for _, text := range []string{"", "t2.micro", "c5n.18xlarge"} {
		whole, part := p.Matches(text), p.Finds(text)
		if whole.IsTrue() && part.IsFalse() || p.Anchored() && whole != part {
			t.Fatalf("%q on %q: the whole matches %v, a part %v", expression, text, whole, part)
		}
	}
}

func TestMutations(t *testing.T) {
	syntaxtest.Mutations(t, seeds, pieces, check)
}

func FuzzParse(f *testing.F) {
	for _, seed := range seeds {
		f.Add(seed)
	}
	f.Fuzz(check)
}

var seeds = []string{
	`t2.*`, `(c5|m5[adn]?)\.(2|4)xlarge`, `^(?!t[23]\.)[a-z&&[^x]]+\d{1,2}.*$`, `(?i)\Qus-east\E-1[a-f](?<=[a-c])`, `(?<zone>\p{Lower}+)-\x41?+`,
}
