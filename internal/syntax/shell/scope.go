package shell

import (
	"path"
	"regexp"
	"strings"
)

// binding is what a variable or a file holds.
type binding struct {
	Value
	array bool
	items []Word // of an array
	since int    // on the walker's clock
}

// scope holds what is known at a point of a script: by the name of a variable, or the fileKey of a file. A nil
// binding is known to have been changed to something unknown.
type scope struct {
	parent   *scope
	bound    map[string]*binding
	function bool // runs when it is called: what is known around it may have changed by then
	void     bool // something ran that may have set any variable
	called   int  // when a function was called last: what functions change isn't known from before
	left     int  // when the folder was left last: relative names mean other files since then
}

func (s *scope) child() *scope { return &scope{parent: s, bound: map[string]*binding{}} }

// forget makes all that was bound in a branch unknown behind it.
func (s *scope) forget(branch *scope) {
	for key := range branch.bound {
		s.bound[key] = nil
	}
	if branch.void {
		s.forgetVariables()
	}
	s.called, s.left = max(s.called, branch.called), max(s.left, branch.left)
}

// keepFiles takes over the files that a subshell wrote; its variables and its folder are gone with it.
func (s *scope) keepFiles(subshell *scope) {
	for key, bound := range subshell.bound {
		if isFileKey(key) {
			if subshell.left > 0 && isRelative(key) {
				bound = nil
			}
			s.bound[key] = bound
		}
	}
	s.called = max(s.called, subshell.called)
}

func (s *scope) forgetVariables() {
	for key := range s.bound {
		if !isFileKey(key) {
			delete(s.bound, key)
		}
	}
	s.void = true
}

// find gives what is bound to a key. Seen is false where nothing was bound before this point.
func (w *walker) find(key string) (bound *binding, seen bool) {
	inFunction, called, left := false, 0, 0
	for s := w.scope; s != nil; s = s.parent {
		called, left = max(called, s.called), max(left, s.left)
		if bound, seen := s.bound[key]; seen {
			if bound == nil || inFunction && w.touches[key] != 1 ||
				bound.since < called && w.changed[key] || bound.since < left && isRelative(key) {
				return nil, true
			}
			return bound, true
		}
		if s.void && !isFileKey(key) {
			return nil, true
		}
		inFunction = inFunction || s.function
	}
	return nil, inFunction && w.touches[key] > 0 || called > 0 && w.changed[key]
}

// lookup is the known value of a variable; nil where it isn't known.
func (w *walker) lookup(name string) *binding {
	bound, _ := w.find(name)
	return bound
}

// set binds a key at the current point; nil makes it unknown.
func (w *walker) set(key string, bound *binding) {
	if w.tree.distrusted(w.at) {
		bound = nil
	}
	if bound != nil {
		w.clock++
		bound.since = w.clock
	}
	w.scope.bound[key] = bound
	if w.counting {
		w.touches[key]++
		if w.functions > 0 && !w.locals[key] {
			w.changed[key] = true
		}
	}
}

// assign binds a variable to a value; one that is unknown as a whole is shown as the variable's name.
func (w *walker) assign(name string, v *Value) {
	if v == nil || len(v.Unknown) == 1 && v.Unknown[0].Start == 0 && v.Unknown[0].End == v.Text.Len() {
		w.set(name, nil)
		return
	}
	w.set(name, &binding{Value: *v})
}

// filePrefix keeps the names of files apart from those of variables.
const filePrefix = "file://"

func isFileKey(key string) bool { return strings.HasPrefix(key, filePrefix) }

func isRelative(key string) bool {
	return isFileKey(key) && !path.IsAbs(strings.TrimPrefix(key, filePrefix))
}

var bracedName = regexp.MustCompile(`\$\{([A-Za-z_][A-Za-z0-9_]*)\}`)

func fileKey(name string) string {
	return filePrefix + path.Clean(bracedName.ReplaceAllString(name, "$$$1"))
}

var expansions = regexp.MustCompile(`\$([A-Za-z_][A-Za-z0-9_]*)?`)

// steady reports that a file's name stands for the same file wherever it is written: unknown variables in it are
// assigned once at most.
func (w *walker) steady(key string) bool {
	for _, m := range expansions.FindAllStringSubmatch(key, -1) {
		if m[1] == "" || w.touches[m[1]] > 1 {
			return false
		}
	}
	return !strings.Contains(key, "`")
}
