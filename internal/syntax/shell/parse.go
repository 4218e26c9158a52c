package shell

import (
	"bytes"
	"errors"
	"io"
	"runtime"
	"strings"

	sh "mvdan.cc/sh/v3/syntax"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

// tree is a parsed script with what had to be left out so that it parses.
type tree struct {
	masked
	stmts    []*sh.Stmt
	blanked  []syntax.Span // lines that were left out
	problems []syntax.Problem
}

// maxAttempts bounds how many lines are left out before the rest of the script is given up.
const maxAttempts = 20

// parse reads a script. Where it doesn't parse, the line of the error is blanked and the whole is read again: what
// stands around the error keeps its place. Only the first error is reported, those after it may follow from it.
func parse(t source.Text, unknown []syntax.Span) *tree {
	tr := &tree{masked: mask(t.String(), unknown)}
	for range maxAttempts {
		var err error
		tr.stmts, err = statements(tr.script)
		if err == nil {
			break
		}
		at, message, rest := explain(err, tr.script)
		if tr.problems == nil {
			tr.problems = []syntax.Problem{{Rule: SyntaxError, Range: t.Range(at, wordEnd(tr.script, at)), Message: message}}
		}
		if !tr.blank(at, rest) {
			break
		}
	}
	return tr
}

// statements parses as many statements as there are before the first error.
func statements(script []byte) (stmts []*sh.Stmt, err error) {
	defer func() {
		if recover() != nil { // the parser is not ours: one more syntax error rather than a crash
			err = errors.New("this script can't be read")
		}
	}()
	p := sh.NewParser(sh.Variant(sh.LangBash))
	for stmt, err := range p.StmtsSeq(&shallowReader{bytes.NewReader(script)}) {
		if err != nil {
			return stmts, err
		}
		stmts = append(stmts, stmt)
	}
	return stmts, nil
}

// shallowReader ends a parse that is nested too deep. The parser recurses and reads as it goes, so the depth of
// the stack when it reads is the depth of the nesting.
type shallowReader struct{ r io.Reader }

// maxFrames is the stack depth of about a thousand levels of nesting.
const maxFrames = 10_000

var errTooDeep = errors.New("nested too deep: ecslint doesn't read it")

func (r *shallowReader) Read(p []byte) (int, error) {
	var pc [1]uintptr
	if runtime.Callers(maxFrames, pc[:]) > 0 {
		return 0, errTooDeep
	}
	return r.r.Read(p)
}

// explain tells where an error is and what it says; rest tells that nothing behind it can be trusted.
func explain(err error, script []byte) (at int, message string, rest bool) {
	var parseError sh.ParseError
	var langError sh.LangError
	switch {
	case errors.As(err, &parseError):
		text := parseError.Text
		at = int(parseError.Pos.Offset())
		rest = strings.Contains(text, "closing quote") || strings.Contains(text, "unclosed here-document")
		message = "not valid shell: " + strings.ReplaceAll(text, "`", "'")
	case errors.As(err, &langError):
		at = int(langError.Pos.Offset())
		message = "not valid bash: " + langError.Feature
	default:
		message, rest = err.Error(), true
	}
	return min(at, len(script)), message, rest
}

// blank overwrites the line of an error, or all from the error on, with spaces. A line's continuation is kept, so
// that what follows doesn't become a command of its own. It is false where nothing is left to blank.
func (tr *tree) blank(at int, rest bool) bool {
	start, end := at, len(tr.script)
	if !rest {
		start = bytes.LastIndexByte(tr.script[:at], '\n') + 1
		if i := bytes.IndexByte(tr.script[at:], '\n'); i >= 0 {
			end = at + i
		}
		if end > start && tr.script[end-1] == '\\' {
			end--
		}
	}
	if len(bytes.TrimSpace(tr.script[start:end])) == 0 {
		return false
	}
	for i := start; i < end; i++ {
		if tr.script[i] != '\n' {
			tr.script[i] = ' '
		}
	}
	tr.blanked = append(tr.blanked, syntax.Span{Start: start, End: end})
	return true
}

// lost reports that a part of the command between the offsets a and b was left out, at its ends too.
func (tr *tree) lost(a, b int) bool {
	for _, line := range tr.blanked {
		if line.Start <= b && a <= line.End || tr.joined(b, line.Start) || tr.joined(line.End, a) {
			return true
		}
	}
	return false
}

// joined reports that nothing but space, in one continued line, is between two offsets.
func (tr *tree) joined(from, to int) bool {
	if from > to {
		return false
	}
	for i := from; i < to; i++ {
		switch tr.script[i] {
		case ' ', '\t':
		case '\\':
			i += len("\n")
			if i < to && tr.script[i] == '\r' {
				i++
			}
			if i < to && tr.script[i] != '\n' {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// distrusted reports that the structure of the script around an offset may be another than it seems.
func (tr *tree) distrusted(at int) bool {
	for _, line := range tr.blanked {
		if line.Start <= at {
			return true
		}
	}
	return false
}

func wordEnd(script []byte, at int) int {
	end := at
	for end < len(script) && !strings.ContainsRune(" \t\r\n", rune(script[end])) {
		end++
	}
	return min(max(end, at+1), len(script))
}
