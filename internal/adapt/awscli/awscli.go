// Package awscli turns the aws ecs calls of a shell script into objects in the shape of the AWS API.
package awscli

import (
	"strings"

	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/shell"
)

// Load reads a JSON file that a script names by file://. The tree is nil where it can't be read; the caller may
// change it.
type Load func(name string) (*syntax.Node, adapt.Reference)

// types are the calls whose input is an object.
var types = map[string]ecs.Type{
	"RegisterTaskDefinition": ecs.TypeTaskDefinition,
	"CreateService":          ecs.TypeService,
	"UpdateService":          ecs.TypeService,
	"RunTask":                ecs.TypeTask,
	"StartTask":              ecs.TypeTask,
}

// Read finds the aws ecs calls of a script: a file, or a piece of one such as a fenced block. Format is what the
// objects say they were read from.
func Read(t source.Text, format string, load Load) adapt.Result {
	if !strings.Contains(t.String(), "ecs") {
		return adapt.Result{Why: noCalls}
	}
	script := shell.Parse(t)
	r := &reader{load: load}
	calls := 0
	for _, command := range script.Commands {
		c, ok := findCall(command)
		if !ok {
			continue
		}
		calls++
		if t, ok := types[c.operation.Name]; ok && !c.skeleton() {
			object := adapt.NewObject(command.Range.File, format, t, c.operation.Name, r.input(c))
			object.Unread = c.unread
			r.result.Objects = append(r.result.Objects, object)
		}
	}
	switch {
	case calls == 0:
		return adapt.Result{Why: noCalls}
	case len(r.result.Objects) == 0:
		r.result.Why = "a shell script whose aws ecs calls define nothing"
	}
	r.result.Problems = append(script.Problems, r.result.Problems...)
	return r.result
}

const noCalls = "a shell script without aws ecs calls"

// reader collects what comes up while calls are read.
type reader struct {
	load   Load
	result adapt.Result
}
