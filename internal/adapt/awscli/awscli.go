// Package awscli turns the aws ecs calls of a shell script into objects in the shape of the AWS API.
package awscli

import (
	"bytes"

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

// Read finds the aws ecs calls of a script. A script without one gives no objects and says so.
func Read(f *source.File, load Load) adapt.Result {
	if !f.IsUTF16() && !bytes.Contains(f.Bytes, []byte("ecs")) {
		return adapt.Result{Why: "a shell script without aws ecs calls"}
	}
	script := shell.Parse(f.Text())
	r := &reader{load: load}
	calls := 0
	for _, command := range script.Commands {
		c, ok := findCall(command)
		if !ok {
			continue
		}
		calls++
		if t, ok := types[c.operation.Name]; ok && !c.skeleton() {
			object := adapt.NewObject(f, "shell", t, c.operation.Name, r.input(c))
			object.Unread = c.unread
			r.result.Objects = append(r.result.Objects, object)
		}
	}
	switch {
	case calls == 0:
		return adapt.Result{Why: "a shell script without aws ecs calls"}
	case len(r.result.Objects) == 0:
		r.result.Why = "a shell script whose aws ecs calls define nothing"
	}
	r.result.Problems = script.Problems
	return r.result
}

// reader collects what comes up while calls are read.
type reader struct {
	load   Load
	result adapt.Result
}
