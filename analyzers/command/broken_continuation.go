package command

import (
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var brokenContinuation = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "broken-continuation",
		Title:     "A call ends before the lines that were meant to be a part of it",
		Subject:   "command",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{unknownOptions},
		Aliases:   []string{"shellcheck:SC1101", "shellcheck:SC2215"},
		Sources: []string{
			"proof: a line of its own that begins with an option is a command of that name, which no system has",
			"https://www.gnu.org/software/bash/manual/html_node/Escape-Character.html",
			"https://www.shellcheck.net/wiki/SC2215",
			cliDriver,
		},
	},
	Run: func(p *analysis.Pass) {
		call := p.Object.Call()
		space, hasSpace := spaceBehindBackslash(call)
		rest, hasRest := call.Rest.Get()
		switch {
		case hasRest:
			b := p.Reportf(call.Rest, "this line is a command called %q: the call above it ends before it", rest).
				Help("end the line of the call with a backslash and nothing behind it, and leave no comment between its lines")
			if hasSpace {
				b.Related(space, "the space behind this backslash ends the call")
			}
		case hasSpace && call.Rest.Absent():
			p.Reportf(space, "the space behind the backslash ends the call here").
				Help("remove the space behind the backslash").
				Note("The AWS CLI gets the space as a word of its own and ends before it calls AWS: %q.", unknownOptions)
		}
	},
}

// spaceBehindBackslash is the word that a backslash makes of the space behind it.
func spaceBehindBackslash(call *ecs.Call) (value.Value[string], bool) {
	lists := []value.List[value.Value[string]]{call.Values}
	for _, o := range call.Options.Items {
		lists = append(lists, o.Values)
	}
	for _, list := range lists {
		for _, v := range list.Items {
			text, ok := v.Get()
			at := v.Where().Range()
			if ok && text != "" && strings.TrimSpace(text) == "" && strings.HasPrefix(at.File.Slice(at), `\`) {
				return v, true
			}
		}
	}
	return value.Value[string]{}, false
}
