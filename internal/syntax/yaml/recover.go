package yaml

import (
	"bytes"
	"slices"

	"go.yaml.in/yaml/v3"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

// maxAttempts bounds how many lines are left out before the rest of the text is given up.
const maxAttempts = 20

// maxReread bounds how many bytes are parsed again while errors are looked for, beside the text itself.
const maxReread = 8 << 20

// load parses a text. Where it doesn't parse, the change is sought that gets the library furthest: a quote closed, tabs
// taken for spaces, a line left out. All bytes keep their places. Only the first error is reported, those after it may
// follow from it.
func load(t source.Text, m *masked) ([]*yaml.Node, []syntax.Problem) {
	a := try(m.text, false)
	if a.err == nil {
		return a.documents, nil
	}
	first := a.err
	r := &recovery{masked: m, lines: newLines(t.String()), budget: maxReread}
	a = r.try(m.text)
	var problems []syntax.Problem
	for range maxAttempts {
		if a.err == nil || r.budget < 0 {
			break
		}
		repair, next := r.best(a)
		if repair == nil {
			break
		}
		if problems == nil {
			at := repair.at
			problems = []syntax.Problem{{Rule: SyntaxError, Range: t.Range(at.Start, at.End), Message: repair.message, Help: repair.help}}
		}
		r.apply(repair)
		a = next
	}
	if a.err != nil {
		a = r.giveUp(a)
	}
	if problems == nil {
		problems = []syntax.Problem{{Rule: SyntaxError, Range: t.Range(0, 0), Message: explain(first)}}
	}
	return a.documents, problems
}

type recovery struct {
	*masked
	lines  *lines
	budget int // bytes that may still be parsed
}

// repair is a change that may let a text parse.
type repair struct {
	text    []byte        // the whole text, changed
	unknown []syntax.Span // values that the change made up
	lost    syntax.Span   // what was left out
	at      syntax.Span   // what is wrong
	message string
	help    string
}

func (r *recovery) try(text []byte) attempt {
	r.budget -= len(text)
	return try(text, true)
}

// best tries the repairs that the error suggests. Of those that get equally far the first one counts.
func (r *recovery) best(failed attempt) (*repair, attempt) {
	var best *repair
	var furthest attempt
	for _, repair := range r.repairs(failed) {
		next := r.try(repair.text)
		if best == nil || next.err == nil || r.progress(next) > r.progress(furthest) {
			best, furthest = repair, next
		}
		if next.err == nil || r.budget < 0 {
			break
		}
	}
	return best, furthest
}

// progress is how much of the text an attempt got right: of a string that runs to the end all before it.
func (r *recovery) progress(a attempt) int {
	if !isUnclosed(a.err) {
		return a.read
	}
	start, _ := r.lines.span(namedLine(a.err) - 1)
	return start
}

func (r *recovery) apply(repair *repair) {
	r.text = repair.text
	r.spans = insert(r.spans, repair.unknown...)
	if repair.lost.Start < repair.lost.End {
		r.lost = insert(r.lost, repair.lost)
	}
}

// giveUp leaves out all from the error on; where even that doesn't parse, everything.
func (r *recovery) giveUp(failed attempt) attempt {
	line := r.lines.lineOf(max(0, failed.read-1))
	for _, back := range []int{1, 3, line + 1} {
		start, _ := r.lines.span(max(0, line+1-back))
		blanked := blank(r.text, start, len(r.text))
		if a := try(blanked, false); a.err == nil {
			r.text = blanked
			r.lost = insert(r.lost, syntax.Span{Start: start, End: len(r.text)})
			return a
		}
	}
	return attempt{err: failed.err}
}

func insert(spans []syntax.Span, more ...syntax.Span) []syntax.Span {
	spans = append(spans, more...)
	slices.SortFunc(spans, func(a, b syntax.Span) int { return a.Start - b.Start })
	return spans
}

// blank is the text with the bytes from start to end overwritten by spaces.
func blank(text []byte, start, end int) []byte { return overwrite(text, start, end, ' ') }

func overwrite(text []byte, start, end int, by byte) []byte {
	out := bytes.Clone(text)
	for i := start; i < end; i++ {
		if !isBreak(out[i]) {
			out[i] = by
		}
	}
	return out
}
