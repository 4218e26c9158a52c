// Package shell reads POSIX shell and bash scripts: the simple commands in them, every word with the exact
// bytes of the file that each part of it came from, and the texts that a script puts into variables and files.
//
// Nothing is executed and no file is read. What can't be known from the script alone (the environment, the output
// of commands, what is assigned in a branch) is an unknown span of a text, never a guess.
package shell

import (
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

// SyntaxError is the name of the host's rule that the problems belong to.
const SyntaxError = "syntax-error"

// Script is what could be read of a script.
type Script struct {
	Commands []*Command // in the order of the text, wherever they stand: in functions, branches, $(...)
	Files    []File     // what it writes, in the order in which it does
	Problems []syntax.Problem
}

// File is a file that a script writes as a whole, and what it writes.
type File struct {
	Name   string       // as the script names it; unknown parts as they are written
	Range  source.Range // of the name
	Writes Value
}

// Command is one simple command.
type Command struct {
	Words  []Word       // at least one
	Range  source.Range // from the first word to the last
	Stdin  *Value       // what it reads from standard input; nil where the script doesn't tell
	Broken bool         // a part of it was lost to a syntax error: what isn't in it may have been

	// Files holds, by name, the files that the words name as file:// or fileb:// and that the script wrote before.
	// The value is nil where the script writes the file but the content can't be known. A name that isn't in it
	// is a file that the script doesn't write.
	Files map[string]*Value
}

// Value is a text that a script makes. Where a part of it can't be known, the text holds that part as it is written
// in the script, as in web-$TAG, and a span of Unknown covers it.
type Value struct {
	Text    source.Text
	Unknown []syntax.Span // sorted
}

// Known reports that all of the text is known.
func (v *Value) Known() bool { return len(v.Unknown) == 0 }

// Word is a word of a command after quote removal and the expansion of variables. Its text maps to what stands for
// it in the command; a word that is one variable and nothing else maps to where the variable was assigned.
type Word struct {
	Value
	Range    source.Range // the word as it is written
	Quoted   bool         // quotes are a part of it
	Multiple bool         // it may become no word, or several: an unquoted expansion, "$@", {a,b}
	Braces   bool         // it holds unquoted braces that bash expands to several words
}

// Known reports that the word is exactly one word with a known text.
func (w *Word) Known() bool { return w.Value.Known() && !w.Multiple }

// Parse reads a script. The spans are parts of t that something fills in before the shell sees them: the variables of
// make or Groovy, in quotes too.
func Parse(t source.Text, unknown ...syntax.Span) *Script {
	if t.Len() > maxScript {
		return &Script{Problems: []syntax.Problem{{
			Rule:    SyntaxError,
			Range:   t.Range(0, 0),
			Message: "a script of more than 1 MiB: ecslint doesn't read it",
		}}}
	}
	tree := parse(t, unknown)
	commands, files := newWalker(t, tree).run()
	return &Script{Commands: commands, Files: files, Problems: tree.problems}
}

// maxScript bounds the size of a script, in bytes.
const maxScript = 1 << 20
