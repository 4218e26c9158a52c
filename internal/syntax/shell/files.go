package shell

import (
	"path"
	"slices"
	"strings"

	sh "mvdan.cc/sh/v3/syntax"

	"github.com/ecslint/ecslint/internal/source"
)

// redirects are the redirections of one statement.
type redirects struct {
	readsInput      bool
	input           *Value // nil where it isn't known
	printsElsewhere bool
	outputs         []output
}

// output is a file that a statement writes to.
type output struct {
	name  *Value
	word  source.Range // the name as it is written
	whole bool // the statement's standard output, and nothing else, becomes the file
}

func (w *walker) redirects(list []*sh.Redirect) redirects {
	var r redirects
	for _, redirect := range list {
		switch redirect.Op {
		case sh.Hdoc, sh.DashHdoc, sh.WordHdoc:
			r.readsInput, r.input = true, w.input(redirect)
		case sh.RdrIn:
			r.readsInput, r.input = true, w.catOutput([]Word{{Value: *w.value(redirect.Word)}}, nil)
		case sh.RdrOut, sh.RdrClob, sh.AppOut, sh.RdrAll, sh.AppAll, sh.RdrInOut:
			isOutput := redirect.N == nil || redirect.N.Value == "1"
			r.printsElsewhere = r.printsElsewhere || isOutput
			whole := isOutput && (redirect.Op == sh.RdrOut || redirect.Op == sh.RdrClob)
			r.outputs = append(r.outputs, output{w.value(redirect.Word), w.rangeOf(redirect.Word), whole})
		default:
			w.nested(redirect.Word) // 2>&1
		}
	}
	return r
}

// write binds the files that a statement writes to.
func (w *walker) write(outputs []output, printed *Value) {
	for _, o := range outputs {
		if !o.whole {
			printed = nil
		}
		w.writeFile(o.name.Text.String(), o.word, printed)
	}
}

func (w *walker) writeFile(name string, written source.Range, text *Value) {
	if name == "" || strings.HasPrefix(name, "/dev/") {
		return
	}
	if text == nil {
		w.set(fileKey(name), nil)
		return
	}
	w.set(fileKey(name), &binding{Value: *text})
	if !w.silent {
		w.files = append(w.files, File{Name: name, Range: written, Writes: *text})
	}
}

// tee writes its input to files and prints it.
func (w *walker) tee(arguments []Word, stdin *Value) *Value {
	text := stdin
	for _, a := range arguments {
		if name := a.Text.String(); strings.HasPrefix(name, "-") {
			text = nil // tee -a
		} else {
			w.writeFile(name, a.Range, text)
		}
	}
	return stdin
}

// readers are commands that leave alone the files that they name.
var readers = []string{
	"aws", "cmp", "chmod", "diff", "file", "grep", "head", "jq", "ls", "stat", "tail", "test", "[", "wc",
}

// edits forgets the files that a command names: it may change, move or delete them.
func (w *walker) edits(command string, arguments []Word) {
	if slices.Contains(readers, path.Base(command)) || command == "sed" && !slices.ContainsFunc(arguments, inPlace) {
		return
	}
	for _, a := range arguments {
		if key := fileKey(a.Text.String()); a.Text.Len() > 0 {
			if bound, _ := w.find(key); bound != nil {
				w.set(key, nil)
			}
		}
	}
}

func inPlace(a Word) bool {
	s := a.Text.String()
	return strings.HasPrefix(s, "-i") || strings.HasPrefix(s, "--in-place") || !a.Known()
}

// leaveFolder forgets files with relative names: from here on they name others.
func (w *walker) leaveFolder() {
	for s := w.scope; s != nil; s = s.parent {
		for key := range s.bound {
			if isFileKey(key) && !path.IsAbs(strings.TrimPrefix(key, filePrefix)) {
				w.scope.bound[key] = nil
			}
		}
	}
}
