package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ecslint/ecslint/internal/catalog"
	"github.com/ecslint/ecslint/rules"
)

func newExplain(stdio IO) *cobra.Command {
	return &cobra.Command{
		Use:   `explain RULE|"AWS ERROR TEXT"`,
		Short: "Explain a rule, by its name, an id of another tool, or the error that AWS sent",
		Example: `  ecslint explain fargate-task-size
  ecslint explain cfn-lint:E3047
  ecslint explain "No Fargate configuration exists for given values."`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return errors.New("explain what? Name a rule (`ecslint rules` lists all), or paste the error that AWS sent")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			word := strings.Join(args, " ")
			found := catalog.ByName(word)
			if found == nil {
				found = catalog.ByAWSError(word)
			}
			for _, r := range found {
				if err := explain(stdio, r); err != nil {
					return err
				}
			}
			if found != nil {
				return nil
			}
			if strings.Contains(word, " ") {
				return fmt.Errorf("no rule is known to prevent this error: %q", word)
			}
			_, err := catalog.Resolve(word)
			if err == nil {
				return fmt.Errorf("%q is a category: name a rule (`ecslint rules` lists all)", word)
			}
			return err
		},
	}
}

func explain(stdio IO, r *rules.Rule) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s, %s)\n%s\n", r.Name, r.Severity, r.Category, r.Title)
	for _, list := range []struct {
		title string
		lines []string
	}{{"AWS answers:", r.AWSErrors}, {"Also known as:", r.Aliases}, {"Sources:", r.Sources}} {
		if len(list.lines) > 0 {
			fmt.Fprintf(&b, "\n%s\n  %s\n", list.title, strings.Join(list.lines, "\n  "))
		}
	}
	if body := rules.Body(r.Name); body != "" {
		fmt.Fprintf(&b, "\n%s\n", body)
	}
	_, err := fmt.Fprintln(stdio.Out, strings.TrimRight(b.String(), "\n"))
	return err
}
