package scripts

import (
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax/shell"
)

// piece is a script that runs in a shell of its own, as a step of a job does: its variables end with it, its files stay.
type piece struct {
	text   source.Text
	env    environment
	folder string // that it runs in; "" for that of the job
	maybe  bool   // it runs under a condition
}

// script is the piece as shell text: its environment becomes assignments.
func (p piece) script() source.Text {
	var b source.Builder
	p.write(&b)
	return b.Text()
}

func (p piece) write(b *source.Builder) {
	start := p.text.Range(0, 0)
	if p.folder != "" {
		b.PutRange("cd ./elsewhere\n", start) // which relative names mean other files
	}
	p.env.assign(b, p.text.String())
	b.Raw(p.text)
	b.PutRange("\n", p.text.Whole().Tail())
}

// pieces reads scripts that run one after the other in one folder. They are read as one, each in a subshell, so that
// what one writes to a file the next one knows; where one of them is broken, each for itself.
func (r *reader) pieces(all []piece) {
	if !slices.ContainsFunc(all, func(p piece) bool { return MayHold(p.text.String()) }) {
		return
	}
	var b source.Builder
	for _, p := range all {
		start, end := p.text.Range(0, 0), p.text.Whole().Tail()
		opening, closing := "(\n", ")\n"
		if p.maybe {
			opening, closing = "if true; then (\n", ")\nfi\n"
		}
		b.PutRange(opening, start)
		p.write(&b)
		b.PutRange(closing, end)
	}
	load := r.loadFrom(all)
	if joined := shell.Parse(b.Text()); len(joined.Problems) == 0 {
		r.calls(joined, load)
		return
	}
	for _, p := range all {
		if MayHold(p.text.String()) {
			r.calls(shell.Parse(p.script()), load)
		}
	}
}

// lines reads scripts that run in one shell.
func (r *reader) lines(env environment, all ...source.Text) {
	var whole strings.Builder
	for _, t := range all {
		whole.WriteString(t.String() + "\n")
	}
	if !MayHold(whole.String()) {
		return
	}
	var b source.Builder
	env.assign(&b, whole.String())
	for _, t := range all {
		b.Raw(t)
		b.PutRange("\n", t.Whole().Tail())
	}
	r.calls(shell.Parse(b.Text()), r.load)
}
