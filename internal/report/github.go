package report

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/rules"
)

var githubCommands = map[rules.Severity]string{rules.Error: "error", rules.Warning: "warning", rules.Info: "notice"}

// writeGitHub writes workflow commands, which GitHub shows as annotations:
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
func writeGitHub(w *bufio.Writer, r *Result, o Options) ([]string, error) {
	p := newPaths(o.SARIFRoot)
	for i := range r.Findings {
		d := &r.Findings[i]
		properties := append(githubPlace(p, d.Range), "title="+githubProperty.Replace("ecslint ("+d.Rule+")"))
		_, err := fmt.Fprintf(w, "::%s %s::%s\n", githubCommands[d.Severity], strings.Join(properties, ","),
			githubData.Replace(fullMessage(d)))
		if err != nil {
			return nil, err
		}
	}
	return nil, nil
}

func githubPlace(p *paths, r source.Range) []string {
	if r.IsZero() {
		return nil
	}
	g := regionOf(r)
	properties := []string{
		"file=" + githubProperty.Replace(p.of(r.File).relative),
		fmt.Sprintf("line=%d", g.Start.Line),
		fmt.Sprintf("endLine=%d", g.End.Line),
	}
	if g.Start.Line == g.End.Line { // GitHub refuses columns of different lines
		properties = append(properties, fmt.Sprintf("col=%d", g.Start.Column), fmt.Sprintf("endColumn=%d", g.End.Column))
	}
	return properties
}

// fullMessage is all that is said about a finding, one thing in each line.
func fullMessage(d *diag.Diagnostic) string {
	lines := []string{d.Message}
	if d.Help != "" {
		lines = append(lines, "help: "+d.Help)
	}
	for _, note := range d.Notes {
		lines = append(lines, "note: "+note)
	}
	for _, related := range d.Related {
		lines = append(lines, "related: "+place(related.Range)+": "+related.Message)
	}
	if url := pageURL(d.Rule); url != "" {
		lines = append(lines, "see: "+url)
	}
	return strings.Join(lines, "\n")
}

var (
	githubData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)
