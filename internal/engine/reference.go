package engine

import (
	"os"
	"path/filepath"

	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/secret"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/json"
	"github.com/ecslint/ecslint/internal/syntax/yaml"
)

// reference reads a file that a script names by file://. It is tried from the script's folder, then from the
// root; exactly one must exist, and nothing outside of the root is read.
func (e *run) reference(from *unit, name string) (*syntax.Node, adapt.Reference) {
	ref := adapt.Reference{Name: name}
	found, outside := e.lookUp(from, name)
	switch {
	case outside:
		ref.Why = "lies outside of " + filepath.ToSlash(from.root)
	case len(found) > 1:
		ref.Why = "is there twice: beside the script and at the root"
	case len(found) == 1 && !e.isDocument(found[0]):
		ref.Why = "is not JSON"
	}
	if ref.Why != "" || len(found) == 0 {
		return nil, ref
	}
	u := e.open(candidate{name: e.shown(found[0]), path: found[0], root: from.root})
	if len(u.problems) > 0 && u.result.Tree == nil || len(u.file.Bytes) == 0 {
		ref.Why = "can't be read"
		return nil, ref
	}
	ref.Path = found[0]
	if u.result.Tree != nil {
		return u.result.Tree.Clone(), ref // what reads the script may change it
	}
	tree := parseDocument(u.file)
	secret.Mask(tree)
	return tree, ref
}

// parseDocument reads a file of which nothing else was read. Of YAML the first document counts.
func parseDocument(f *source.File) *syntax.Node {
	if newLook(f).isYAML() {
		if roots, _ := yaml.Parse(f.Text()); len(roots) > 0 {
			return roots[0]
		}
	}
	tree, _ := json.Parse(f.Text())
	return tree
}

// lookUp finds the files that a name in a script may mean; outside tells that it can't mean any within the root.
func (e *run) lookUp(from *unit, name string) (found []string, outside bool) {
	var tries []string
	switch {
	case filepath.IsAbs(name):
		tries = []string{filepath.Clean(name)}
	case from.path == "":
		tries = []string{filepath.Join(e.Dir, name)}
	default:
		tries = []string{filepath.Join(filepath.Dir(from.path), name), filepath.Join(from.root, name)}
	}
	outside = true
	for _, path := range tries {
		if !within(realPath(from.root), realPath(path)) {
			continue
		}
		outside = false
		if _, err := os.Stat(path); err == nil && (len(found) == 0 || realPath(found[0]) != realPath(path)) {
			found = append(found, path)
		}
	}
	return found, outside
}

// isDocument reports a file that is read as JSON or YAML. Only such a file is opened for another one: two scripts that name
// each other would wait for each other forever.
func (e *run) isDocument(path string) bool {
	data, _, err := e.bytes(candidate{path: path})
	if err != nil {
		return true // opening it says what is wrong
	}
	l := newLook(source.NewFile(path, path, data))
	return l.isJSONByName() || l.opensNothing() || !l.isShell() && l.isJSON()
}

// shown is how a file is named that no path of the call leads to.
func (e *run) shown(path string) string {
	if rel, err := filepath.Rel(e.Dir, path); err == nil {
		return filepath.ToSlash(rel)
	}
	return filepath.ToSlash(path)
}
