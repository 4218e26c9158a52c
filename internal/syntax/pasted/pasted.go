// Package pasted finds JSON and aws commands in text whose structure is lost: a tutorial copied from a web page, where
// the code blocks have no fences any more, or a console block in which commands and their output follow each other.
//
// A piece is only what its own brackets, quotes and continued lines hold together. Everything else is prose.
package pasted

import (
	"regexp"
	"strings"

	"github.com/ecslint/ecslint/internal/source"
)

// Kind tells what a piece is.
type Kind uint8

const (
	JSON    Kind = iota // a JSON object or list, to its balanced end
	Command             // a command line that holds an aws command, with its continued lines
)

// Piece is a part of the text that stands for itself.
type Piece struct {
	Kind    Kind
	Text    source.Text
	Caption string // the line in front of it, which often tells the name of the file that is shown
	Broken  bool   // a command whose quotes or brackets are never closed: it ends where its lines do
}

const (
	// maxText bounds the size of a text, in bytes.
	maxText = 4 << 20

	// maxFailed bounds how often the end of a piece is looked for in vain: each time costs the rest of the text.
	maxFailed = 100
)

// Pieces gives the pieces in the order of the text. A text of more than 4 MiB has none. Root tells that a line may begin
// with the prompt "# ", which is a comment everywhere but in a console.
func Pieces(t source.Text, root bool) []Piece {
	if t.Len() > maxText {
		return nil
	}
	p := &finder{text: t, s: t.String(), root: root}
	for at := 0; at < len(p.s) && p.failed < maxFailed; {
		at = p.line(at)
	}
	return p.pieces
}

type finder struct {
	text    source.Text
	s       string
	root    bool
	caption string
	pieces  []Piece
	failed  int
}

// line looks at the line that begins at at, and gives where to go on.
func (p *finder) line(at int) int {
	end := lineEnd(p.s, at)
	line := p.s[at:end]
	start := at + len(line) - len(strings.TrimLeft(line, " \t"))
	next := min(end+1, len(p.s))
	from := start + p.prompt(p.s[start:end])
	switch {
	case startsJSON(p.s[start:]):
		if stop, ok := jsonEnd(p.s, start); ok {
			p.add(JSON, p.text.Slice(start, stop))
			return min(lineEnd(p.s, stop)+1, len(p.s))
		}
		p.failed++
	case startsCommand(p.s[from:end]):
		text, stop, ok := command(p.text, from)
		if !ok {
			p.failed++
		}
		if isPOSIX(text.String()) {
			p.add(Command, text)
			p.pieces[len(p.pieces)-1].Broken = !ok
		}
		return min(stop+1, len(p.s))
	}
	if trimmed := strings.TrimSpace(line); trimmed != "" && !isLabel(trimmed) {
		p.caption = trimmed
	}
	return next
}

func (p *finder) add(kind Kind, text source.Text) {
	p.pieces = append(p.pieces, Piece{Kind: kind, Text: text, Caption: p.caption})
	p.caption = ""
}

// startsJSON tells a JSON value from a word in brackets and a Markdown link.
func startsJSON(s string) bool {
	switch {
	case s == "":
		return false
	case s[0] == '{':
		return jsonObject.MatchString(s)
	case s[0] == '[':
		return jsonList.MatchString(s)
	}
	return false
}

var (
	jsonObject = regexp.MustCompile(`^\{\s*("|//|/\*|\.\.\.|…|\{\{|<)`)
	jsonList   = regexp.MustCompile(`^\[\s*(\{|//|/\*)`)
)

// startsCommand tells an aws command from a sentence that begins with the word: a subcommand is followed by an
// option, a continued line, a redirect or nothing.
func startsCommand(line string) bool { return awsCommand.MatchString(strings.TrimRight(line, "\r")) }

var awsCommand = regexp.MustCompile(`^([A-Za-z_][A-Za-z0-9_]*=("?\$\(|[^\s"'$]*\s+))?\s*(sudo\s+)?aws(\s+--[a-z-]+([= ]\S+)?)*\s+[a-z0-9-]+\s+(wait\s+)?[a-z0-9-]+\s*($|\s([-\\|>&;$<"'\[…]|\.\.\.)|[;|)])`)

// isPOSIX reports a command as a POSIX shell reads it: not continued as in PowerShell or a batch file, and without the
// quotes and dashes that pages make of the plain ones; what it was then can't be known.
func isPOSIX(command string) bool {
	first, _, _ := strings.Cut(command, "\n")
	first = strings.TrimRight(first, " \t\r")
	return !strings.HasSuffix(first, "`") && !strings.HasSuffix(first, "^") && !strings.ContainsAny(command, "“”‘’–—")
}

// isLabel reports what web pages write over a code block: its language, a button.
func isLabel(line string) bool { return label.MatchString(line) }

var label = regexp.MustCompile("(?i)^(```+|~~~+)?\\s*(json|jsonc|bash|sh|shell|zsh|console|terminal|text|plaintext|copy( code)?|copied!?|code|yaml)?$")

// HasPrompt reports a line that begins as a shell writes it: with $, or with a user and a host.
func HasPrompt(line string) bool { return prompt.MatchString(line) }

var (
	prompt     = regexp.MustCompile(`^\s*(\([\w.-]+\)\s*)?((\[[^\]\s]*( [^\]\s]*)?\]|[\w.-]+@[\w.-]+(:\S*)?)\s*[$%#]|[~/][\w./~-]*\s*[$%]|[$❯➜])\s+`)
	rootPrompt = regexp.MustCompile(`^\s*#\s+`)
)

// prompt is the length of what a shell writes in front of a command.
func (p *finder) prompt(line string) int {
	n := len(prompt.FindString(line))
	if n == 0 && p.root {
		n = len(rootPrompt.FindString(line))
	}
	return n
}

func lineEnd(s string, at int) int {
	if i := strings.IndexByte(s[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(s)
}
