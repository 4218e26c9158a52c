package cli

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/ecslint/ecslint/internal/terminal"
)

const (
	progressAfter = 500 * time.Millisecond // what is faster needs no line
	progressEvery = 100 * time.Millisecond
)

// progressLine is a line on a terminal that tells how far a long search is. Each update draws it anew.
type progressLine struct {
	w       io.Writer
	columns int // 0: there is no terminal, and nothing is drawn
	now     func() time.Time

	next  time.Time // the first moment to draw again
	drawn bool
}

func newProgressLine(w io.Writer, columns int) *progressLine {
	return &progressLine{w: w, columns: columns, now: time.Now}
}

// update tells of a search with a name: the states looked at, how many there may be (0 for any number), and what is known so far.
func (p *progressLine) update(name string, nodes, budget int64, bound string) {
	now := p.now()
	if p.next.IsZero() {
		p.next = now.Add(progressAfter)
	}
	if p.columns == 0 || now.Before(p.next) {
		return
	}
	p.next = now.Add(progressEvery)
	text := name + ": " + inMillions(nodes)
	if budget > 0 {
		text += fmt.Sprintf(" of %s states (%d %%)", inMillions(budget), int(float64(nodes)/float64(budget)*100))
	} else {
		text += " states"
	}
	if bound != "" {
		text += ", " + bound
	}
	// A line as wide as the terminal would wrap on some.
	fmt.Fprintf(p.w, "\r%s\x1b[K", terminal.Cut(terminal.Plain(text), p.columns-1))
	p.drawn = true
}

// clear takes the line away, so that something else can be written.
func (p *progressLine) clear() {
	if p.drawn {
		fmt.Fprint(p.w, "\r\x1b[K")
		p.drawn = false
	}
}

// inMillions is a count in few characters: 950, 12 k, 3.2 M.
func inMillions(n int64) string {
	switch {
	case n >= 1_000_000:
		return strings.TrimSuffix(fmt.Sprintf("%.1f", float64(n)/1_000_000), ".0") + " M"
	case n >= 1000:
		return fmt.Sprintf("%d k", n/1000)
	}
	return fmt.Sprint(n)
}
