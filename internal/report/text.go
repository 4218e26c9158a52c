package report

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/terminal"
	"github.com/ecslint/ecslint/rules"
)

var severityColors = map[rules.Severity]string{rules.Error: terminal.Red, rules.Warning: terminal.Yellow, rules.Info: terminal.Cyan}

// textWriter writes findings for people.
type textWriter struct {
	*bufio.Writer
	terminal.Style
	snippets *snippets
	urls     map[string]string
}

func newTextWriter(w *bufio.Writer, o Options) *textWriter {
	return &textWriter{w, terminal.Style{Color: o.Color, Links: o.Links}, newSnippets(o.Width), map[string]string{}}
}

func writeText(w *bufio.Writer, r *Result, o Options) ([]string, error) {
	t := newTextWriter(w, o)
	for i := range r.Findings {
		t.finding(&r.Findings[i])
	}
	if o.ShowUndecided && len(r.UndecidedPlaces) > 0 {
		for i := range r.UndecidedPlaces {
			t.undecided(&r.UndecidedPlaces[i])
		}
		t.WriteByte('\n')
	}
	if !o.Quiet {
		fmt.Fprintln(t, summarize(r))
	}
	return nil, nil
}

func writeConcise(w *bufio.Writer, r *Result, o Options) ([]string, error) {
	t := newTextWriter(w, o)
	for i := range r.Findings {
		t.headline(&r.Findings[i])
	}
	return nil, nil
}

func (t *textWriter) finding(d *diag.Diagnostic) {
	t.headline(d)
	indent := 1
	if s, ok := t.snippets.of(d.Range); ok {
		indent = s.gutter()
		t.snippet(s, severityColors[d.Severity])
	}
	t.attach(indent, "help", d.Help)
	for _, note := range d.Notes {
		t.attach(indent, "note", note)
	}
	for _, related := range d.Related {
		t.attach(indent, "related", terminal.Plain(place(related.Range))+": "+related.Message)
	}
	t.attach(indent, "see", t.url(d.Rule))
	t.WriteByte('\n')
}

// headline is the first line of a finding, the same in all styles: path:line:col: severity: message [rule].
func (t *textWriter) headline(d *diag.Diagnostic) {
	fmt.Fprintf(t, "%s: %s: %s %s\n",
		t.Paint(terminal.Bold, terminal.Plain(place(d.Range))),
		t.Paint(severityColors[d.Severity], d.Severity.String()),
		terminal.Plain(d.Message),
		t.Paint(terminal.Dim, "["+t.Link(t.url(d.Rule), terminal.Plain(d.Rule))+"]"))
}

func (t *textWriter) undecided(u *UndecidedPlace) {
	what := u.Object
	if u.At != "" {
		what += ": " + u.At
	}
	fmt.Fprintf(t, "%s: %s: %s can't be known from the files %s\n", t.Paint(terminal.Bold, terminal.Plain(place(u.Range))),
		t.Paint(terminal.Dim, "undecided"), terminal.Plain(what), t.Paint(terminal.Dim, "["+terminal.Plain(u.Rule)+"]"))
}

func (t *textWriter) snippet(s snippet, color string) {
	width := s.gutter()
	blank := strings.Repeat(" ", width)
	fmt.Fprintln(t, t.Paint(terminal.Dim, blank+" |"))
	for i, line := range s.lines {
		if i > 0 && s.gap {
			fmt.Fprintln(t, t.Paint(terminal.Dim, "..."))
		}
		head := t.Paint(terminal.Dim, fmt.Sprintf("%*d |", width, line.number))
		fmt.Fprintln(t, strings.TrimRight(head+" "+line.text, " "))
		marks := strings.TrimLeft(line.marks, " \t")
		pad := line.marks[:len(line.marks)-len(marks)]
		fmt.Fprintln(t, t.Paint(terminal.Dim, blank+" |")+" "+pad+t.Paint(color, marks))
	}
}

// attach writes one line beneath a finding; further lines of its text are indented to the first.
func (t *textWriter) attach(indent int, label, text string) {
	if text == "" {
		return
	}
	pad := strings.Repeat(" ", indent) + " = "
	for i, line := range strings.Split(strings.TrimRight(text, "\n"), "\n") {
		if i == 0 {
			fmt.Fprintf(t, "%s%s %s\n", pad, t.Paint(terminal.Bold, label+":"), terminal.Plain(line))
			continue
		}
		fmt.Fprintln(t, strings.TrimRight(strings.Repeat(" ", len(pad)+len(label)+2)+terminal.Plain(line), " "))
	}
}

func (t *textWriter) url(rule string) string {
	url, ok := t.urls[rule]
	if !ok {
		url = pageURL(rule)
		t.urls[rule] = url
	}
	return url
}

// place is path:line:column of a range's start, or this program's name for what is in no file.
func place(r source.Range) string {
	if r.IsZero() {
		return "ecslint"
	}
	p := r.File.Position(r.Start, source.CodePoints)
	return fmt.Sprintf("%s:%d:%d", r.File.Name, p.Line, p.Column)
}
