package snippets

import (
	"path"
	"regexp"

	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/syntax"
)

// shownFiles are the files that a text shows, by name: `task.json` above a block of JSON. Where it shows two of one
// name, which one a command means can't be known.
type shownFiles map[string][]*syntax.Node

var fileName = regexp.MustCompile(`[A-Za-z0-9_][A-Za-z0-9_.-]*\.json\b`)

// add keeps what a block shows under the one name in its caption.
func (s shownFiles) add(caption string, tree *syntax.Node) {
	names := fileName.FindAllString(caption, -1)
	for _, name := range names {
		if name != names[0] {
			return
		}
	}
	if len(names) > 0 {
		s[names[0]] = append(s[names[0]], tree)
	}
}

// loadShown reads the file that a command names: from the disk, else as the text shows it.
func (r *reader) loadShown(name string) (*syntax.Node, adapt.Reference) {
	tree, ref := r.load(name)
	if shown := r.shown[path.Base(name)]; tree == nil && ref.Path == "" && ref.Why == "" && len(shown) == 1 {
		return shown[0].Clone(), ref // the object that was made of the block keeps its own
	}
	return tree, ref
}
