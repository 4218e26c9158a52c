package engine

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/go-git/go-git/v5/plumbing/format/gitignore"
)

// candidate is a file that may be read.
type candidate struct {
	name  string // as shown
	path  string // absolute
	root  string // nothing outside of it is read
	named bool   // named in the call, not found in a folder
	stdin bool   // its content comes from standard input
	link  string // what a symbolic link found in a folder leads to; "" for a file

	reported bool // findings in it are wanted; else it only serves links
}

// skipped folders hold nothing of the user's own, and are large.
var skipped = map[string]bool{".git": true, "node_modules": true, ".terraform": true}

// discover expands one path of the call.
func (e *run) discover(path string) {
	abs := e.absolute(path)
	info, err := os.Stat(abs)
	if _, overlaid := e.Overlay[abs]; err != nil && overlaid {
		e.add(candidate{name: filepath.ToSlash(path), path: abs, root: e.rootOf(filepath.Dir(abs)), named: true})
		return
	}
	if err != nil {
		e.fail(path, errors.New(reason(err)))
		return
	}
	if !info.IsDir() {
		e.add(candidate{name: filepath.ToSlash(filepath.Clean(path)), path: abs, root: e.rootOf(filepath.Dir(abs)), named: true})
		return
	}
	e.walk(path, abs)
}

// walk collects the files below a folder that git doesn't ignore.
func (e *run) walk(shown, folder string) {
	root := e.rootOf(folder)
	ignored := newIgnore(root, folder)
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		rel, _ := filepath.Rel(folder, path)
		name := filepath.ToSlash(filepath.Join(shown, rel))
		switch {
		case err != nil:
			e.unreadable(name, path, reason(err))
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir() && path != folder && (skipped[d.Name()] || ignored.match(path, true)):
			return fs.SkipDir
		case d.IsDir():
			ignored.enter(path)
			return nil
		case ignored.match(path, false):
			e.skip(name, "ignored by git", false)
			return nil
		case d.Type().IsRegular():
			e.add(candidate{name: name, path: path, root: root})
			return nil
		}
		target, why := linkTarget(path, root)
		if why != "" {
			e.skip(name, why, true)
			return nil
		}
		e.add(candidate{name: name, path: path, root: root, link: target})
		return nil
	})
	if err != nil {
		e.fail(shown, errors.New(reason(err)))
	}
}

// linkTarget is the file within root that a symbolic link leads to, or why there is none to read.
func linkTarget(path, root string) (target, why string) {
	if info, err := os.Lstat(path); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		return "", "neither a file nor a folder"
	}
	target, err := filepath.EvalSymlinks(path)
	if err != nil {
		return "", "a link that leads nowhere"
	}
	info, err := os.Stat(target)
	switch {
	case err != nil:
		return "", "a link to what can't be read"
	case info.IsDir():
		return "", "a link to a folder, which isn't followed"
	case !info.Mode().IsRegular():
		return "", "a link to what is neither a file nor a folder"
	case !within(realPath(root), target):
		return "", "a link that leads out of " + filepath.ToSlash(root)
	}
	return target, ""
}

// dropAliases leaves out links to files that are looked at under their own name too: all in them would be there
// twice, and what is there twice can't be linked by name. Another extension may be read in another way.
func (e *run) dropAliases() {
	isLink := func(c candidate) bool { return c.link != "" }
	if !slices.ContainsFunc(e.candidates, isLink) {
		return
	}
	files := map[string]*candidate{}
	for _, c := range e.candidates {
		if !isLink(c) {
			files[realPath(c.path)] = &c
		}
	}
	e.candidates = slices.DeleteFunc(e.candidates, func(c candidate) bool {
		file := files[c.link]
		alias := file != nil && (file.reported || !c.reported) && filepath.Ext(file.path) == filepath.Ext(c.path)
		if alias && c.reported {
			e.skip(c.name, "a link to "+file.name, false)
		}
		return alias
	})
}

// rootOf is the folder that bounds what is read for a path in folder.
func (e *run) rootOf(folder string) string {
	if e.projectRoot != "" && within(e.projectRoot, folder) {
		return e.projectRoot
	}
	if root, ok := GitRoot(folder); ok {
		return root
	}
	return folder
}

// GitRoot is the nearest folder at or above folder that holds a .git.
func GitRoot(folder string) (string, bool) {
	for dir := folder; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil {
			return dir, true
		}
		if dir == filepath.Dir(dir) {
			return "", false
		}
	}
}

func realPath(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	return path
}

func within(root, path string) bool {
	rel, err := filepath.Rel(root, path)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// reason is an error of the file system without the path, which the report names anyway.
func reason(err error) string {
	var pathError *fs.PathError
	if errors.As(err, &pathError) {
		return pathError.Err.Error()
	}
	return fmt.Sprint(err)
}

// ignore knows the patterns of all .gitignore files from the root down to where the walk is.
type ignore struct {
	root     string
	patterns []gitignore.Pattern
}

func newIgnore(root, folder string) *ignore {
	ig := &ignore{root: root}
	rel, err := filepath.Rel(root, folder)
	if err != nil || rel == "." {
		return ig
	}
	ig.enter(root)
	dir := root
	parts := strings.Split(rel, string(filepath.Separator))
	for i, part := range parts {
		dir = filepath.Join(dir, part)
		if ig.match(dir, true) {
			ig.patterns = nil // who names a folder that git ignores, such as cdk.out, wants what is in it
		}
		if i < len(parts)-1 {
			ig.enter(dir)
		}
	}
	return ig
}

// enter reads the .gitignore of a folder.
func (ig *ignore) enter(folder string) {
	data, err := os.ReadFile(filepath.Join(folder, ".gitignore"))
	if err != nil {
		return
	}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\r\n")
		if line != "" && !strings.HasPrefix(line, "#") {
			ig.patterns = append(ig.patterns, gitignore.ParsePattern(line, ig.split(folder)))
		}
	}
}

func (ig *ignore) match(path string, isDir bool) bool {
	return len(ig.patterns) > 0 && gitignore.NewMatcher(ig.patterns).Match(ig.split(path), isDir)
}

func (ig *ignore) split(path string) []string {
	rel, err := filepath.Rel(ig.root, path)
	if err != nil || rel == "." {
		return nil
	}
	return strings.Split(rel, string(filepath.Separator))
}
