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
			}
		}
		if taken := t.takenBy(i); taken != nil {
			demand = append(demand, list(taken))
		}
		for _, w := range t.Waiting {
			if w.Service == i {
				demand[0] += fmt.Sprintf(" (%s waiting)", number(w.Count))
			}
		}
		fmt.Fprintf(t, "  %s  %s  %s\n", t.sign(i, 1), padded(terminal.Plain(s.title()), width), terminal.Plain(strings.Join(demand, ", ")))
	}
}

func padded(s string, width int) string {
	return s + strings.Repeat(" ", max(width-terminal.Columns(s), 0))
}
