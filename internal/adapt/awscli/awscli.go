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

// types are the calls whose input is an object of its own.
var types = map[string]ecs.Type{
	"RegisterTaskDefinition":      ecs.TypeTaskDefinition,
	"CreateService":               ecs.TypeService,
	"UpdateService":               ecs.TypeService,
	"RunTask":                     ecs.TypeTask,
	"StartTask":                   ecs.TypeTask,
	"CreateCluster":               ecs.TypeCluster,
	"PutClusterCapacityProviders": ecs.TypeCapacity,
	"CreateCapacityProvider":      ecs.TypeCapacity,
	"UpdateCapacityProvider":      ecs.TypeCapacity,
}

// Read finds the aws ecs calls of a script: a file, or a piece of one such as a fenced block. Format is what the
// objects say they were read from.
func Read(t source.Text, format string, load Load) adapt.Result {
	if !strings.Contains(t.String(), "ecs") {
		return adapt.Result{Why: noCalls}
	}
	return ReadScript(shell.Parse(t), format, load)
}

// ReadScript finds the aws ecs calls of a script that was read already, as what isn't plain shell is by its own reader.
func ReadScript(script *shell.Script, format string, load Load) adapt.Result {
	r := &reader{load: load, format: format}
	calls := 0
	for i, command := range script.Commands {
		if c, ok := findCall(command); ok {
			calls++
			c.rest = restOf(command, script.Commands[i+1:])
			r.call(c)
		} else if images := pushed(command); len(images) > 0 {
			r.push(command, images)
		}
	}
	if calls == 0 {
		return adapt.Result{Why: noCalls}
	}
	r.result.Problems = append(script.Problems, r.result.Problems...)
	return r.result
}

// call adds a call as it is written, and what it defines.
func (r *reader) call(c *call) {
	r.command(c)
	operation := c.subcommand.Operation.Name
	t, ok := types[operation]
	if !ok || c.printsOnly() {
		return
	}
	object := adapt.NewObject(c.command.Range.File, r.format, t, operation, r.input(c))
	object.Unread = c.unread
	object.Given = c.given()
	r.result.Objects = append(r.result.Objects, object)
}

const noCalls = "a shell script without aws ecs calls"

// reader collects what comes up while calls are read.
type reader struct {
	format string
	load   Load
	result adapt.Result
}
