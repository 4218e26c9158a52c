// Package snippets reads the ECS code that stands inside of other texts: the code blocks of Markdown, tutorials pasted
// without them, makefiles, Jenkinsfiles, PowerShell. What can't be read for certain is left out, never guessed.
package snippets

import (
	"regexp"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/adapt/awscli"
	"github.com/ecslint/ecslint/internal/adapt/document"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/json"
	"github.com/ecslint/ecslint/internal/syntax/shell"
)

// Formats that the objects say they were read from.
const (
	Markdown   = "markdown"
	Pasted     = "text"
	Makefile   = "makefile"
	PowerShell = "powershell"
	Jenkins    = "jenkinsfile"
)

// reader collects what the snippets of one file hold.
type reader struct {
	file   *source.File
	text   string
	format string
	load   awscli.Load
	shown  shownFiles
	result adapt.Result
	calls  bool // some snippet calls aws
}

func newReader(t source.Text, format string, load awscli.Load) *reader {
	return &reader{file: t.File(), text: t.String(), format: format, load: load, shown: shownFiles{}}
}

// script takes the calls of a script. Docs tells that the text is no script itself but shows one: what is wrong with it
// matters only where it defines something.
func (r *reader) script(script *shell.Script, docs bool) adapt.Result {
	found := awscli.ReadScript(script, r.format, r.loadShown)
	r.calls = r.calls || slices.ContainsFunc(script.Commands, isAWS)
	if docs && len(found.Objects) == 0 {
		found.Problems = nil
	}
	return found
}

func isAWS(c *shell.Command) bool { return c.Words[0].Text.String() == "aws" }

func (r *reader) add(found adapt.Result) {
	r.result.Objects = append(r.result.Objects, found.Objects...)
	r.result.Problems = append(r.result.Problems, found.Problems...)
	r.result.References = append(r.result.References, found.References...)
}

// json takes the objects of a JSON text that something else than its own file holds.
func (r *reader) json(t source.Text, unknown ...syntax.Span) (*syntax.Node, adapt.Result) {
	tree, problems := json.Parse(t, unknown...)
	objects, _ := document.Objects(r.file, r.format, tree)
	if len(objects) == 0 {
		return tree, adapt.Result{}
	}
	return tree, adapt.Result{Objects: objects, Problems: problems}
}

// finish puts the objects into the order of the text, and says why there are none; what is the kind of file.
func (r *reader) finish(what string) adapt.Result {
	slices.SortStableFunc(r.result.Objects, func(a, b *ecs.Object) int { return a.Root.Range.Start - b.Root.Range.Start })
	switch {
	case len(r.result.Objects) > 0:
	case r.calls:
		r.result.Why = what + " whose aws calls define nothing"
	case ecsCode.MatchString(r.text):
		r.result.Why = what + " that shows ECS code, but no whole aws command or JSON that can be read for certain"
	default:
		r.result.Why = what + " without ECS code"
	}
	return r.result
}

// ecsCode is what a reader of the text would take for code of ECS.
var ecsCode = regexp.MustCompile(`\baws\s+ecs\s|"containerDefinitions"`)

// mayHold is a cheap look: a text without any of these words holds nothing of ECS.
func mayHold(s string) bool {
	return awscli.MayHold(s) || slices.ContainsFunc(ecsWords, func(word string) bool { return strings.Contains(s, word) })
}

var ecsWords = []string{"ecr ", "ontainerDefinitions", "portMappings", "taskDefinition", "EcsParameters"}
