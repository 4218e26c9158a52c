package ruletest

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/docs"
	"github.com/ecslint/ecslint/internal/catalog"
)

const docsFolder = "../../docs"

const awsErrorsIntroduction = `# Errors of AWS

Made by ` + "`go test ./internal/ruletest -update`" + `.

What AWS, or a tool that calls it, says, and the rule that tells it before the push. Look for a few words of the error that you got, or let
the program look: it takes errors as they are copied, with all that an SDK, CloudFormation or Terraform puts around them, and with your own
names and numbers in them.

` + "```" + `
ecslint explain "No Fargate configuration exists for given values: 300 CPU, 512 memory."
aws ecs register-task-definition --cli-input-json file://web.json 2>&1 | ecslint explain -
` + "```" + `

Where the error has quotes of both kinds, ` + "`ecslint explain -`" + ` reads it from standard input: paste it there and end with Ctrl-D. Nothing of it
is printed or kept.

Names and numbers in the texts below are examples. A text that several calls answer stands with the first; beyond ECS the
texts of a service stand together. Links to
[not-decidable.md](not-decidable.md) lead to causes that no file shows.
`

// TestIndexOfAWSErrors checks the page of all texts of AWS.
func TestIndexOfAWSErrors(t *testing.T) {
	var page strings.Builder
	page.WriteString(awsErrorsIntroduction)
	byCall := map[string][]*catalog.AWSError{}
	var calls []string
	for _, e := range catalog.AWSErrors() {
		call, _, _ := strings.Cut(e.Call, ", ")
		if call == "" {
			t.Errorf("internal/catalog/awscall.go has to say which call answers with %q", e.Text)
		}
		if byCall[call] == nil {
			calls = append(calls, call)
		}
		byCall[call] = append(byCall[call], e)
	}
	slices.Sort(calls)
	for _, call := range calls {
		fmt.Fprintf(&page, "\n## %s\n\n| what it says | what tells it |\n| --- | --- |\n", call)
		slices.SortFunc(byCall[call], func(a, b *catalog.AWSError) int { return strings.Compare(a.Text, b.Text) })
		for _, e := range byCall[call] {
			fmt.Fprintf(&page, "| `%s` | %s |\n", strings.ReplaceAll(e.Text, "|", `\|`), strings.Join(linksOf(e), "<br>"))
		}
	}
	path := filepath.Join(docsFolder, "aws-errors.md")
	if *update {
		write(t, path, []byte(page.String()))
	}
	got, err := os.ReadFile(path)
	if err != nil || string(got) != page.String() {
		t.Errorf("docs/aws-errors.md is stale: run this test with -update (%v)", err)
	}
}

func linksOf(e *catalog.AWSError) []string {
	var links []string
	for _, r := range e.Rules {
		links = append(links, fmt.Sprintf("[%s](../rules/%s.md)", r.Name, r.Name))
	}
	for _, c := range e.Cases {
		links = append(links, fmt.Sprintf("no file: [%s](%s)", c.Title, c.Link()))
	}
	return links
}

// TestNotDecidable checks that each section of the page says all that it has to say, once.
func TestNotDecidable(t *testing.T) {
	titles, texts := map[string]bool{}, map[string]bool{}
	for _, c := range docs.NotDecidable() {
		if titles[c.Title] || len(c.Texts) == 0 {
			t.Errorf("%s: the title stands twice, or there is no text of AWS", c.Title)
		}
		titles[c.Title] = true
		for _, text := range c.Texts {
			if texts[text.Words] {
				t.Errorf("%s: the text stands twice: %s", c.Title, text.Words)
			}
			texts[text.Words] = true
		}
		why, instead, ok := strings.Cut(c.Body, "**Instead:** ")
		if !ok || strings.TrimSpace(why) == "" || !strings.Contains(instead, "\nSource: https://") {
			t.Errorf("%s: it has to say why, what to do **Instead:**, and a Source:", c.Title)
		}
	}
	if len(titles) == 0 {
		t.Error("no section was read")
	}
}
