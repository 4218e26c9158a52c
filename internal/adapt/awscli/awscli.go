// Package awscli turns the calls of the AWS CLI in a shell script that are about ECS into objects in the shape of the AWS API.
package awscli

import (
	"slices"
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

// callWords are words of which every script has one that holds a call which is read.
var callWords = []string{"ecs", "application-autoscaling", "put-targets", "create-schedule", "update-schedule", "create-repository"}

// MayHold is a cheap look: a text without any of the words holds no call.
func MayHold(text string) bool {
	return slices.ContainsFunc(callWords, func(word string) bool { return strings.Contains(text, word) })
}

// Read finds the calls of a script that are about ECS: a file, or a piece of one such as a fenced block. Format is what the
// objects say they were read from.
func Read(t source.Text, format string, load Load) adapt.Result {
	if !MayHold(t.String()) {
		return adapt.Result{Why: noCalls}
	}
	return ReadScript(shell.Parse(t), format, load)
}

// ReadScript finds the calls of a script that was read already, as what isn't plain shell is by its own reader.
func ReadScript(script *shell.Script, format string, load Load) adapt.Result {
	r := &reader{load: load, format: format}
	for i, command := range script.Commands {
		if c, ok := findCall(command); ok {
			c.rest = restOf(command, script.Commands[i+1:])
			r.call(c)
		} else if images := pushed(command); len(images) > 0 {
			r.push(command, images)
		}
	}
	r.dropLoneRules()
	if !slices.ContainsFunc(r.result.Objects, isCall) {
		return adapt.Result{Why: noCalls}
	}
	r.result.Problems = append(script.Problems, r.result.Problems...)
	return r.result
}

// call adds a call as it is written, and what it defines. Of a call that several services are changed by, nothing is added
// where it isn't about ECS.
func (r *reader) call(c *call) {
	before := r.result
	r.command(c)
	operation := c.subcommand.Operation.Name
	t := ecs.TypeOf(operation)
	if t == "" || c.printsOnly() {
		if c.words[1].Text.String() != "ecs" {
			r.result = before
		}
		return
	}
	object := adapt.NewObject(c.command.Range.File, r.format, t, operation, r.input(c))
	if !object.AboutECS() {
		r.result = before
		return
	}
	object.Unread = c.unread
	object.Given = c.given()
	r.result.Objects = append(r.result.Objects, object)
}

// dropLoneRules takes away the event rules of a script that gives no rule a task as its target: they start something else.
func (r *reader) dropLoneRules() {
	if slices.ContainsFunc(r.result.Objects, func(o *ecs.Object) bool { return o.Type == ecs.TypeEventTargets }) {
		return
	}
	r.result.Objects = slices.DeleteFunc(r.result.Objects, func(o *ecs.Object) bool {
		if o.Type == ecs.TypeEventRule {
			return true
		}
		call := o.Call()
		if call == nil {
			return false
		}
		grammar, _ := call.Grammar()
		return grammar.Operation.Name == "PutRule"
	})
}

func isCall(o *ecs.Object) bool {
	if call := o.Call(); call != nil {
		program, _ := call.Program.Get()
		return program == "aws"
	}
	return false
}

const noCalls = "a shell script without aws ecs calls"

// reader collects what comes up while calls are read.
type reader struct {
	format string
	load   Load
	result adapt.Result
}
