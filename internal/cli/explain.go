package cli

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ecslint/ecslint/docs"
	"github.com/ecslint/ecslint/internal/catalog"
	"github.com/ecslint/ecslint/rules"
)

func newExplain(stdio IO) *cobra.Command {
	return withExitCodes(&cobra.Command{
		Use:   `explain RULE|"AWS ERROR TEXT"|-`,
		Short: "Explain a rule, by its name, an id of another tool, or the error that AWS sent",
		Long: `Explain a rule, by its name or an id of another tool, or an error, as it was copied from AWS, an SDK, CloudFormation
or Terraform. - reads the error from standard input, where quotes in it need no care. What was pasted is never printed.`,
		Example: `  ecslint explain fargate-task-size
  ecslint explain cfn-lint:E3047
  ecslint explain "No Fargate configuration exists for given values."
  aws ecs register-task-definition --cli-input-json file://web.json 2>&1 | ecslint explain -`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return errors.New("explain what? Name a rule (`ecslint rules` lists all), or paste the error that AWS sent")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			text := strings.Join(args, " ")
			if text == "-" {
				var err error
				if text, err = readPasted(stdio.In); err != nil {
					return err
				}
			}
			text = strings.TrimSpace(text)
			if found := catalog.ByName(text); found != nil {
				return write(stdio, pages(found))
			}
			return explainError(stdio, text)
		},
	}, "0 explained")
}

const (
	mostRead   = 16 << 20 // bytes of standard input
	mostPasted = 64 << 10 // bytes that are looked at
)

// readPasted reads an error. Of a long text the end counts: programs say last why they failed.
func readPasted(in io.Reader) (string, error) {
	text, err := io.ReadAll(io.LimitReader(in, mostRead+1))
	switch {
	case err != nil:
		return "", fmt.Errorf("standard input: %w", err)
	case len(text) > mostRead:
		return "", fmt.Errorf("standard input holds more than %d MiB: paste the error alone", mostRead>>20)
	}
	return string(text[max(0, len(text)-mostPasted):]), nil
}

// explainError says what is known about an error. It prints nothing of the pasted text, which may hold anything.
func explainError(stdio IO, pasted string) error {
	found, sure := catalog.ByAWSError(pasted)
	if sure {
		return write(stdio, advice(found))
	}
	if found == nil && ruleLike.MatchString(pasted) {
		return unknownRule(pasted)
	}
	const list = docs.Web + "aws-errors.md lists all that are known"
	if found == nil {
		return errors.New("no rule is known to prevent this error: " + list)
	}
	var b strings.Builder
	b.WriteString("no known error is surely this one; these come nearest:\n")
	for _, e := range found {
		fmt.Fprintf(&b, "  %q\n", e.Text)
		for _, r := range e.Rules {
			fmt.Fprintf(&b, "    ecslint explain %s\n", r.Name)
		}
		for _, c := range e.Cases {
			fmt.Fprintf(&b, "    %s\n", c.URL())
		}
	}
	return errors.New(b.String() + list)
}

// ruleLike is a word that was meant as the name of a rule: it can be no number of an account.
var ruleLike = regexp.MustCompile(`^[a-z-]+[0-9]?[a-z-]*$`)

func unknownRule(word string) error {
	if _, err := catalog.Resolve(word); err != nil {
		return err
	}
	return fmt.Errorf("%q is a category: name a rule (`ecslint rules` lists all)", word)
}

// advice is all that is known about errors: the page of one rule or the titles of several, and causes that no file shows.
func advice(found []*catalog.AWSError) string {
	var preventing []*rules.Rule
	var cases []*docs.Case
	for _, e := range found {
		preventing = appendNew(preventing, e.Rules)
		cases = appendNew(cases, e.Cases)
	}
	var parts []string
	switch {
	case len(preventing) == 1:
		parts = append(parts, page(preventing[0]))
	case len(preventing) > 1:
		for _, r := range preventing {
			parts = append(parts, heading(r))
		}
		parts = append(parts, "`ecslint explain RULE` tells more about each.")
	}
	for _, c := range cases {
		parts = append(parts, section(c))
	}
	return strings.Join(parts, "\n\n")
}

func appendNew[T comparable](to, from []T) []T {
	for _, x := range from {
		if !slices.Contains(to, x) {
			to = append(to, x)
		}
	}
	return to
}

func pages(of []*rules.Rule) string {
	var all []string
	for _, r := range of {
		all = append(all, page(r))
	}
	return strings.Join(all, "\n\n")
}

func page(r *rules.Rule) string {
	var b strings.Builder
	b.WriteString(heading(r))
	b.WriteString(indented("AWS answers:", r.AWSErrors))
	b.WriteString(indented("Also known as:", r.Aliases))
	b.WriteString(indented("Sources:", r.Sources))
	if body := rules.Body(r.Name); body != "" {
		fmt.Fprintf(&b, "\n\n%s", body)
	}
	return b.String()
}

func heading(r *rules.Rule) string {
	return fmt.Sprintf("%s (%s, %s)\n%s", r.Name, r.Severity, r.Category, r.Title)
}

func section(c *docs.Case) string {
	var texts []string
	for _, t := range c.Texts {
		texts = append(texts, t.Words)
	}
	return c.Title + " (no file shows it)" + indented("AWS answers:", texts) + "\n\n" + c.Body
}

func indented(title string, lines []string) string {
	if len(lines) == 0 {
		return ""
	}
	return fmt.Sprintf("\n\n%s\n  %s", title, strings.Join(lines, "\n  "))
}

func write(stdio IO, text string) error {
	_, err := fmt.Fprintln(stdio.Out, text)
	return err
}
