package shell

import (
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
	whole bool         // the statement's standard output, and nothing else, becomes the file
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

// leaveFolder applies a change of the folder.
func (w *walker) leaveFolder() {
	w.clock++
	w.scope.left = w.clock
}
