package report

import (
	"sort"
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/terminal"
)

// defaultColumns is how much of a line is shown where the width of the terminal isn't known.
const defaultColumns = 120

// snippet is the text of a finding's lines, with marks beneath what the finding is about.
type snippet struct {
	lines []snippetLine
	gap   bool // lines between the first and the last are left out
}

type snippetLine struct {
	number      int // 1-based
	text, marks string
}

// snippets makes snippets. It keeps the last line: findings come in order, and a whole file may be one line.
type snippets struct {
	columns int // of source text

	file  *source.File
	line  int
	cells []source.Cell
}

func newSnippets(width int) *snippets {
	const gutter = 8
	if width <= 0 {
		return &snippets{columns: defaultColumns}
	}
	return &snippets{columns: max(20, width-gutter)}
}

// of is the snippet of a range; false where there is no text to show.
func (s *snippets) of(r source.Range) (snippet, bool) {
	if r.IsZero() || len(r.File.Bytes) == 0 || r.File.IsBinary() {
		return snippet{}, false
	}
	first := r.File.Position(r.Start, source.CodePoints).Line
	end := r.File.Position(r.End, source.CodePoints)
	last := end.Line
	if end.Column == 1 && last > first {
		last-- // the range ends with a line break
	}
	lines := []snippetLine{s.mark(r, first)}
	if last > first {
		lines = append(lines, s.mark(r, last))
	}
	return snippet{lines, last > first+1}, true
}

func (s *snippets) mark(r source.Range, line int) snippetLine {
	cells := s.show(r.File, line)
	from, to := marked(cells, r)
	a, b := s.window(cells, from, to)
	var text, marks strings.Builder
	if a > 0 {
		text.WriteString("…")
		marks.WriteByte(' ')
	}
	anyMark := false
	for i := a; i < b; i++ {
		shown := safe(cells[i].Text)
		text.WriteString(shown)
		switch {
		case i >= to:
		case shown == "\t":
			marks.WriteByte('\t') // a tab beneath a tab keeps what follows aligned, whatever the tab stops
		case i < from:
			marks.WriteString(strings.Repeat(" ", terminal.Columns(shown)))
		default:
			marks.WriteString(strings.Repeat("^", terminal.Columns(shown)))
			anyMark = true
		}
	}
	if b < len(cells) {
		text.WriteString("…")
	}
	under := marks.String()
	if !anyMark {
		under += "^"
	}
	return snippetLine{line, strings.TrimRight(text.String(), " \t"), strings.TrimRight(under, " \t")}
}

func (s *snippets) show(f *source.File, line int) []source.Cell {
	if s.file != f || s.line != line {
		s.file, s.line, s.cells = f, line, f.Show(line)
	}
	return s.cells
}

// marked are the cells that r touches, from inclusive to exclusive, without blanks at the ends where r goes on in
// other lines. An empty range touches none: from and to are where it stands.
func marked(cells []source.Cell, r source.Range) (from, to int) {
	from = sort.Search(len(cells), func(i int) bool { return cells[i].Range.End > r.Start })
	to = sort.Search(len(cells), func(i int) bool { return cells[i].Range.Start >= r.End })
	to = max(from, to)
	if from == len(cells) || to == from {
		return from, to
	}
	if cells[from].Range.Start > r.Start {
		for from < to-1 && isBlank(cells[from].Text) {
			from++
		}
	}
	if cells[to-1].Range.End < r.End {
		for to > from+1 && isBlank(cells[to-1].Text) {
			to--
		}
	}
	return from, to
}

func isBlank(s string) bool { return s == " " || s == "\t" }

// window chooses the cells to show: all where they fit, else those around the first marked one.
func (s *snippets) window(cells []source.Cell, from, to int) (a, b int) {
	const tab = 8
	room := s.columns
	a = min(from, len(cells))
	lead := room / 4
	if to == from {
		lead = room / 2
	}
	for a > 0 && lead > 0 {
		a--
		lead -= cellColumns(cells[a], tab)
	}
	for b = a; b < len(cells) && room > 0; b++ {
		room -= cellColumns(cells[b], tab)
	}
	for a > 0 && room > 0 { // the line ends inside the window
		a--
		room -= cellColumns(cells[a], tab)
	}
	return a, b
}

func cellColumns(c source.Cell, tab int) int {
	if c.Text == "\t" {
		return tab
	}
	return terminal.Columns(safe(c.Text))
}

// safe replaces runes that would reorder the line.
func safe(s string) string {
	if s == "\t" {
		return s
	}
	return terminal.Plain(s)
}

// gutter is the width of the largest line number in s.
func (s snippet) gutter() int {
	width := 1
	for _, l := range s.lines {
		width = max(width, len(strconv.Itoa(l.number)))
	}
	return width
}
