package engine

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"

	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/adapt/cloudformation"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/secret"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/json"
)

// MaxFileSize is the size up to which a file is read, in bytes. AWS takes task definitions of at most 64 KiB.
const MaxFileSize = 10 << 20

// unit is one file that was read, with what was found in it.
type unit struct {
	candidate
	file       *source.File
	result     adapt.Result
	template   *cloudformation.Template // nil where it isn't one, or is judged
	isTemplate bool
	problems   []syntax.Problem // of the file itself, beside those of its text
	tooLarge   bool
	masked     *syntax.Node // the tree whose secrets are hidden
	known      int          // secrets of the file that were known before that
}

func (u *unit) summary() File {
	return File{
		Name: u.name, Named: u.named, Objects: len(u.result.Objects), Why: u.result.Why, Format: u.result.Format(),
		Unread: u.tooLarge && !u.named,
		Source: u.file, Root: u.root, Stdin: u.stdin, Broken: u.syntaxErrors(),
	}
}

// types are those of the objects that are in the file.
func (u *unit) types() []ecs.Type {
	if u.template != nil {
		return u.template.Types()
	}
	var types []ecs.Type
	for _, o := range u.result.Objects {
		types = append(types, o.Type)
	}
	return types
}

func (u *unit) syntaxErrors() (n int) {
	for _, p := range slices.Concat(u.problems, u.result.Problems) {
		if p.Rule == json.SyntaxError {
			n++
		}
	}
	return n
}

// load reads and parses the file of a candidate.
func (e *run) load(c candidate) *unit {
	u := &unit{candidate: c}
	data, tooLarge, err := e.bytes(c)
	u.file = source.NewFile(c.name, c.path, data)
	switch {
	case err != nil && c.named:
		e.fail(c.name, errors.New(reason(err)))
		return u
	case err != nil:
		u.unreadable("can't be read: " + reason(err))
		return u
	case tooLarge != "":
		u.result.Why, u.tooLarge = tooLarge, true
		if c.named {
			u.unreadable(tooLarge)
		}
		return u
	}
	defer e.surviveFile(u)
	u.parse(e)
	return u
}

// bytes reads a file, if it isn't too large.
func (e *run) bytes(c candidate) (data []byte, tooLarge string, err error) {
	if data, ok := e.Overlay[c.path]; ok {
		return data, "", nil
	}
	if c.stdin {
		return e.stdin, "", nil
	}
	info, err := os.Stat(c.path)
	if err != nil {
		return nil, "", err
	}
	if !info.Mode().IsRegular() {
		return nil, "", errors.New("not a regular file (- reads standard input)")
	}
	if info.Size() > MaxFileSize {
		return nil, fmt.Sprintf("too large: %.1f MiB; ecslint reads files up to %d MiB", float64(info.Size())/(1<<20), MaxFileSize>>20), nil
	}
	data, err = os.ReadFile(c.path)
	return data, "", err
}

// parse reads the file in the first form that it has.
func (u *unit) parse(e *run) {
	look := newLook(u.file)
	for _, form := range forms() {
		if form.fits(look) {
			form.read(e, u)
			u.finish()
			return
		}
	}
	u.result.Why = look.foreign()
}

// finish numbers the objects and hides the secrets.
func (u *unit) finish() {
	if u.result.Tree != nil {
		u.mask(u.result.Tree)
	}
	counts := map[ecs.Type]int{}
	for _, o := range u.result.Objects {
		counts[o.Type]++
		o.Ordinal = counts[o.Type]
		if u.result.Tree == nil { // else it is a part of the tree
			secret.Mask(o.Root)
		}
	}
}

// mask hides the secrets of a tree of the file; again where others became known since, which may stand in it too.
func (u *unit) mask(tree *syntax.Node) {
	known := len(u.file.Secrets())
	if u.masked == tree && u.known == known {
		return
	}
	u.masked, u.known = tree, known
	secret.Mask(tree)
}

// ecsName are names that say what a file is meant to be, however broken its content is.
var ecsName = regexp.MustCompile(`(?i)task[-_]?def|ecs[-_]?(service|task)|service[-_]?def|container[-_]?def`)

// keepProblems drops the problems of a JSON file that has nothing to do with ECS. A file that broke so early
// that nothing can be recognised counts as one of ours by its name, or when it was named alone.
func (u *unit) keepProblems(e *run) {
	if len(u.result.Objects) > 0 || u.template != nil {
		return
	}
	broken := false
	for _, p := range u.result.Problems {
		broken = broken || p.Rule == json.SyntaxError
	}
	if !broken || !ecsName.MatchString(filepath.Base(u.name)) && !(u.named && e.projectRoot == "") {
		u.result.Problems, u.problems = nil, nil
	}
}

func (u *unit) unreadable(why string) {
	u.result.Why = why
	at := u.file.Whole().Head()
	if i := bytes.IndexByte(u.file.Bytes, 0); i >= 0 {
		at = source.Range{File: u.file, Start: i, End: i + 1}
	}
	u.problems = append(u.problems, syntax.Problem{Rule: "unreadable-file", Range: at, Message: why})
}
