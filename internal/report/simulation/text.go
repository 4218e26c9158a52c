package simulation

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/ecslint/ecslint/internal/terminal"
)

// TextOptions say how text is written. The zero value is right for a file.
type TextOptions struct {
	Color   bool
	Unicode bool // the terminal shows more than ASCII
	Width   int  // columns; 0 where that isn't known
	All     bool // all instances, also where there are many
}

// WriteText writes the report for a terminal.
func (r *Report) WriteText(w io.Writer, o TextOptions) error {
	b := bufio.NewWriter(w)
	for i, c := range r.Clusters {
		if i > 0 {
			fmt.Fprintln(b)
		}
		newTextCluster(b, c, o).all()
	}
	return b.Flush()
}

// WriteInstances writes what runs where: the moments, with the letters that stand for tasks, and nothing else.
func (c *Cluster) WriteInstances(w io.Writer, o TextOptions) error {
	b := bufio.NewWriter(w)
	t := newTextCluster(b, c, o)
	t.services()
	t.moments()
	return b.Flush()
}

// defaultColumns is used where the width of the terminal isn't known.
const defaultColumns = 100

type textCluster struct {
	*bufio.Writer
	terminal.Style
	*Cluster
	TextOptions
	slots []int
	times string // ×
}

func newTextCluster(w *bufio.Writer, c *Cluster, o TextOptions) *textCluster {
	if o.Width <= 0 {
		o.Width = defaultColumns
	}
	t := &textCluster{w, terminal.Style{Color: o.Color}, c, o, c.slots(), "x"}
	if o.Unicode {
		t.times = "×"
	}
	return t
}

func (t *textCluster) all() {
	fmt.Fprint(t, t.Paint(terminal.Bold, terminal.Plain(t.Name)))
	if t.Verdict.Word != "" {
		fmt.Fprint(t, ": ", t.verdict(t.Verdict))
	}
	fmt.Fprintln(t)
	if t.Verdict.Sentence != "" {
		t.line(2, t.Verdict.Sentence)
	}
	for _, e := range t.Events {
		t.line(2, "AWS: "+e)
	}
	t.services()
	t.moments()
	t.waiting()
	t.cases("remedies", t.Remedies)
	t.cases("what if", t.WhatIf)
	t.title("assumptions", len(t.Assumptions))
	for _, a := range t.Assumptions {
		t.line(2, a)
	}
	t.title("certificates", len(t.Certificates))
	for _, c := range t.Certificates {
		t.line(2, c.Name+"  "+c.Claim)
	}
}

var toneColors = map[Tone]string{Good: terminal.Green, Mixed: terminal.Yellow, Bad: terminal.Red, Open: terminal.Cyan}

func (t *textCluster) verdict(v Verdict) string {
	word := terminal.Plain(v.Word)
	if t.Unicode {
		word = tones[v.Tone].Mark + " " + word
	}
	return t.Paint(toneColors[v.Tone], word)
}

// line writes text in a line of its own.
func (t *textCluster) line(indent int, text string) {
	fmt.Fprintf(t, "%*s%s\n", indent, "", terminal.Plain(t.ascii(text)))
}

// ascii replaces our own signs where the terminal doesn't show them.
func (t *textCluster) ascii(text string) string {
	if t.Unicode {
		return text
	}
	return strings.NewReplacer("×", "x", "…", "...", "–", "-").Replace(text)
}

// title begins a part that has lines.
func (t *textCluster) title(title string, lines int) {
	if lines > 0 {
		fmt.Fprintf(t, "\n%s\n", t.Paint(terminal.Bold, terminal.Plain(title)))
	}
}

func (t *textCluster) services() {
	t.title("tasks", len(t.Services))
	width := 0
	for _, s := range t.Services {
		width = max(width, terminal.Columns(terminal.Plain(s.title())))
	}
	for i, s := range t.Services {
		demand := []string{number(s.Wanted) + " wanted"}
		for r, n := range s.Demand {
			switch resource := t.Resources[r]; {
			case n > 0 && resource.Unit != "":
				demand = append(demand, resource.write(n))
			case n > 0 && resource.Amount:
				demand = append(demand, number(n)+" "+resource.Name)
			case n > 0:
				demand = append(demand, resource.Name)
			}
		}
		for _, w := range t.Waiting {
			if w.Service == i {
				demand[0] += fmt.Sprintf(" (%s waiting)", number(w.Count))
			}
		}
		fmt.Fprintf(t, "  %s  %s  %s\n", t.sign(i, 1), padded(terminal.Plain(s.title()), width), terminal.Plain(strings.Join(demand, ", ")))
	}
}

func (t *textCluster) waiting() {
	t.title("waiting", len(t.Waiting))
	for _, w := range t.Waiting {
		verb := " find no place"
		if w.Count == 1 {
			verb = " finds no place"
		}
		t.line(2, t.Services[w.Service].title()+": "+plural(w.Count, "task", "tasks")+verb)
		if w.Event != "" {
			t.line(4, "AWS: "+w.Event)
		}
		for i, b := range w.Blocked {
			if i == maxReasons {
				t.line(4, fmt.Sprintf("and %d reasons more", len(w.Blocked)-i))
				break
			}
			t.line(4, t.where(b)+": "+t.why(b))
		}
	}
}

func (t *textCluster) cases(title string, cases []Case) {
	t.title(title, len(cases))
	width := 0
	for _, c := range cases {
		width = max(width, terminal.Columns(terminal.Plain(c.Change)))
	}
	for _, c := range cases {
		fmt.Fprintf(t, "  %s  %s: %s\n", padded(terminal.Plain(c.Change), width), t.verdict(c.Verdict), terminal.Plain(c.Verdict.Sentence))
	}
}

func padded(s string, width int) string {
	return s + strings.Repeat(" ", max(width-terminal.Columns(s), 0))
}
