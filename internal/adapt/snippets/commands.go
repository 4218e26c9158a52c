package snippets

import (
	"regexp"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax/markdown"
	"github.com/ecslint/ecslint/internal/syntax/pasted"
	"github.com/ecslint/ecslint/internal/syntax/shell"
)

// shellBlock reads a block of shell: as a script, or command by command where prompts or output are between them.
func (r *reader) shellBlock(b markdown.Block) {
	s := b.Text.String()
	if !mayHold(s) {
		return
	}
	if slices.ContainsFunc(strings.Split(s, "\n"), pasted.HasPrompt) || rootConsole(b) {
		r.commands(pasted.Pieces(b.Text, isConsole(b)))
		return
	}
	omitted := ellipses(s, synopsis)
	script := shell.Parse(b.Text, omitted...)
	if pieces := pasted.Pieces(b.Text, false); len(script.Problems) > 0 && (len(omitted) > 0 || sound(pieces)) {
		r.commands(pieces) // what isn't shell is what stands between the commands
		return
	}
	r.writtenFiles(script)
	r.add(r.script(script, true))
}

// writtenFiles keeps the JSON that a script writes for the commands of the blocks behind it.
func (r *reader) writtenFiles(script *shell.Script) {
	for _, f := range script.Files {
		named := func(c *shell.Command) bool { _, ok := c.Files[f.Name]; return ok }
		if fileName.MatchString(f.Name) && !slices.ContainsFunc(script.Commands, named) {
			tree, found := r.json(f.Writes.Text, f.Writes.Unknown...)
			r.shown.add(f.Name, tree)
			r.add(found)
		}
	}
}

func isConsole(b markdown.Block) bool {
	return strings.HasSuffix(b.Language(), "session") || b.Language() == "console" || b.Language() == "terminal"
}

var rootPrompt = regexp.MustCompile(`(?m)^\s*#\s+(sudo\s+)?aws\s`)

func rootConsole(b markdown.Block) bool {
	return isConsole(b) && rootPrompt.MatchString(b.Text.String())
}

// sound reports commands that are whole, each for itself.
func sound(pieces []pasted.Piece) bool {
	for _, p := range pieces {
		if p.Kind == pasted.Command && len(shell.Parse(p.Text, ellipses(p.Text.String(), synopsis)...).Problems) > 0 {
			return false
		}
	}
	return true
}

// pasted reads the pieces of a text; JSON first, which a command may name.
func (r *reader) pasted(t source.Text) {
	pieces := pasted.Pieces(t, false)
	for _, p := range pieces {
		if p.Kind == pasted.JSON {
			r.shownJSON(p.Text, p.Caption)
		}
	}
	r.commands(pieces)
}

// commands reads each command as a script of its own: what stands between two of them isn't known.
func (r *reader) commands(pieces []pasted.Piece) {
	for _, p := range pieces {
		if p.Kind != pasted.Command {
			continue
		}
		omitted := ellipses(p.Text.String(), synopsis)
		found := r.script(shell.Parse(p.Text, omitted...), true)
		if len(omitted) > 0 || p.Broken {
			found.Problems = nil
		}
		r.add(found)
	}
}
