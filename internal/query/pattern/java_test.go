package pattern_test

import (
	"encoding/base64"
	"fmt"
	"math/rand/v2"
	"os/exec"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/query/pattern"
)

// TestJava asks Java itself about expressions put together at random. What is said of a text, and what is said to be refused,
// must be what Java says.
func TestJava(t *testing.T) {
	java, err := exec.LookPath("java")
	if err != nil {
		t.Skip("java is not installed")
	}
	random := rand.New(rand.NewPCG(1, 2))
	times := 20_000
	if testing.Short() {
		times = 2_000
	}
	var questions [][2]string
	var input strings.Builder
	for range times {
		q := [2]string{join(random, pieces, 1+random.IntN(7)), join(random, characters, random.IntN(7))}
		questions = append(questions, q)
		fmt.Fprintf(&input, "%s %s\n", encode(q[0]), encode(q[1]))
	}
	run := exec.Command(java, "testdata/Ask.java")
	run.Stdin = strings.NewReader(input.String())
	out, err := run.CombinedOutput()
	if err != nil {
		t.Skipf("this java can't run a source file: %v: %.300s", err, out)
	}
	answers := strings.Split(strings.TrimSpace(string(out)), "\n")
	if len(answers) != len(questions) {
		t.Fatalf("%d answers to %d questions: %.300s", len(answers), len(questions), out)
	}
	said := 0
	for i, q := range questions {
		answer, ok := say(q[0], q[1])
		if !ok {
			continue
		}
		said++
		if answer != answers[i] {
			t.Errorf("%q on %q: %s; Java says %s", q[0], q[1], answer, answers[i])
		}
	}
	t.Logf("%d of %d said", said, len(questions))
	if said < len(questions)/2 {
		t.Errorf("only %d of %d could be said", said, len(questions))
	}
}

// say is the answer in the words of Ask.java; false where there is none.
func say(expression, text string) (string, bool) {
	p, problem := pattern.Parse(expression)
	if problem != nil {
		return "refused", problem.Refused
	}
	whole, part := p.Matches(text), p.Finds(text)
	if whole.IsUnknown() || part.IsUnknown() {
		return "", false
	}
	return fmt.Sprint(whole.IsTrue(), " ", part.IsTrue()), true
}

// pieces of expressions; every one of the syntax is among them.
var pieces = strings.Fields(`a b c a b c ab . .* .+ a* b? [ab] [^a] [a-c] [a-c&&[^b]] [ab&&bc] [a[bc]] [a-] []a] [a\]] [\d-] [\w&&[^a]] [a-\x62]
	(a) (b|c) (a|bc)* (?:ab)+ (?:a|b){2} (?<n>a) (?=a) (?!a) (?<=a) (?<!b) (?<=a|bc) (?!.*c) (?i) (?i:A) (?-i) (?s) (?u) (?m) (?x) (?c) (?i)[A-B]
	^ $ \b \B \A \z \Z \d \D \w \W \s \S \h \v \H \p{Alpha} \P{Lower} \p{Lu} \pL \. \- \\ \x61 \x{62} \u0063 \0141 \cA \t \Qa*\E \Qab\E
	* + ? *? +? ?? *+ ++ ?+ {2} {1,2} {0,} {2}? {1}+ | ( ) (?: [ ] { } a{ {,2} a{2,1} a{x} \ \y \k [b-a] [a [^] [a-\d] (? (?a) (?<1>a) () (|a) (?:) - & && é A B 1 - _`)

var characters = strings.Split("a a a b b c A B 1 . - _ / @ :", " ")

func join(random *rand.Rand, from []string, n int) string {
	var b strings.Builder
	for range n {
		b.WriteString(from[random.IntN(len(from))])
	}
	return b.String()
}

func encode(s string) string { return base64.StdEncoding.EncodeToString([]byte(s)) }
