package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/ecslint/ecslint/internal/catalog"
	"github.com/ecslint/ecslint/rules"
)

func newRules(stdio IO) *cobra.Command {
	var format string
	c := &cobra.Command{
		Use:   "rules",
		Short: "List all rules",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			switch format {
			case "text":
				return writeRulesText(stdio.Out)
			case "json":
				return writeRulesJSON(stdio.Out)
			case "markdown":
				return writeRulesMarkdown(stdio.Out)
			}
			return fmt.Errorf("--format: unknown format %q: use text, json or markdown", format)
		},
	}
	c.Flags().StringVarP(&format, "format", "f", "text", "text, json or markdown")
	return withExitCodes(c, "0 listed")
}

func writeRulesText(w io.Writer) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, r := range catalog.All() {
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", r.Name, r.Severity, r.Category, r.Title)
	}
	return table.Flush()
}

// writeRulesJSON writes lists as [], never null: other programs read them.
func writeRulesJSON(w io.Writer) error {
	list := []rules.Rule{}
	for _, r := range catalog.All() {
		c := *r
		for _, s := range []*[]string{&c.Aliases, &c.AWSErrors, &c.Sources, &c.Supersedes} {
			if *s == nil {
				*s = []string{}
			}
		}
		list = append(list, c)
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(map[string]any{"version": 1, "rules": list})
}

func writeRulesMarkdown(w io.Writer) error {
	fmt.Fprintln(w, "| rule | severity | category | what it says |\n| --- | --- | --- | --- |")
	for _, r := range catalog.All() {
		if _, err := fmt.Fprintf(w, "| [%s](%s.md) | %s | %s | %s |\n", r.Name, r.Name, r.Severity, r.Category, r.Title); err != nil {
			return err
		}
	}
	return nil
}
