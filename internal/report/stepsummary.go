package report

import (
	"bufio"
	"fmt"
	"html"
	"slices"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/terminal"
)

// maxRows keeps a summary readable, and well below the 1 MiB that GitHub takes of a step.
const maxRows = 100

// writeSummary writes Markdown for the summary of a job: https://docs.github.com/en/actions/reference/
// workflows-and-actions/workflow-commands#adding-a-job-summary. The most severe findings stand first.
func writeSummary(w *bufio.Writer, r *Result, o Options) ([]string, error) {
	fmt.Fprintf(w, "### ecslint: %s\n", summarize(r))
	placed, unplaced := split(r.Findings)
	order := slices.Concat(unplaced, placed)
	if len(order) == 0 {
		return nil, nil
	}
	p := newPaths(o.SARIFRoot)
	// In HTML, nothing of what is quoted can be taken for Markdown.
	fmt.Fprint(w, "\n<table>\n<tr><th>severity</th><th>place</th><th>finding</th><th>rule</th></tr>\n")
	for _, i := range order[:min(len(order), maxRows)] {
		d := &r.Findings[i]
		fmt.Fprintf(w, "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>\n", d.Severity, summaryPlace(d, p), summaryText(d), summaryRule(d))
	}
	fmt.Fprint(w, "</table>\n")
	if len(order) > maxRows {
		fmt.Fprintf(w, "\nThese are the %d most severe of %d.\n", maxRows, len(order))
	}
	return nil, nil
}

func summaryPlace(d *diag.Diagnostic, p *paths) string {
	if d.Range.IsZero() {
		return ""
	}
	at := startOf(d)
	return fmt.Sprintf("<code>%s:%d:%d</code>", inCell(p.of(d.File()).relative), at.Line, at.Column)
}

func summaryText(d *diag.Diagnostic) string {
	text := inCell(d.Message)
	if d.Help != "" {
		text += "<br>" + inCell("help: "+d.Help)
	}
	return text
}

func summaryRule(d *diag.Diagnostic) string {
	url := pageURL(d.Rule)
	if url == "" {
		return inCell(d.Rule)
	}
	return fmt.Sprintf(`<a href="%s">%s</a>`, inCell(url), inCell(d.Rule))
}

// inCell keeps text on its line: an empty one would end the table.
func inCell(text string) string { return html.EscapeString(terminal.Plain(text)) }
