package ecs_test

import (
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax/json"
)

// capitals spells as templates mostly do.
func capitals(_, member string) string { return strings.ToUpper(member[:1]) + member[1:] }

func TestReworded(t *testing.T) {
	f := source.NewFile("stack.json", "/stack.json", []byte(`{"family": "memory", "Esential": "x", "logDriver": "y"}`))
	root, _ := json.Parse(f.Text())
	o := &ecs.Object{
		Type: ecs.TypeTaskDefinition, Operation: "RegisterTaskDefinition", Root: root, File: f,
		Origin: &ecs.Origin{ID: "Task", Spell: capitals},
	}
	for text, want := range map[string]string{
		`remove "networkMode"`:                         `remove "NetworkMode"`,
		`set "networkMode": "awsvpc"`:                  `set "NetworkMode": "awsvpc"`,
		`sets linuxParameters.maxSwap`:                 `sets LinuxParameters.MaxSwap`,
		`"linuxParameters.maxSwap" is set`:             `"LinuxParameters.MaxSwap" is set`,
		`a logConfiguration has none`:                  `a LogConfiguration has none`,
		`no memory, image or command`:                  `no memory, image or command`,
		`container "memory" has no "cpu"`:              `container "memory" has no "Cpu"`, // the user's own word
		`has no key "logDriver"`:                       `has no key "logDriver"`,
		`the role of ecs-tasks.amazonaws.com`:          `the role of ecs-tasks.amazonaws.com`,
		`"awslogs-group" is missing in "options"`:      `"awslogs-group" is missing in "Options"`,
		`the text "say \"image\" twice"`:               `the text "say \"image\" twice"`,
		`the service's "desiredCount"`:                 `the service's "DesiredCount"`, // of what it is linked to
		`"nothingOfTheAPI"`:                            `"nothingOfTheAPI"`,
		`add "cpu". AWS refuses it: "No 'cpu': "cpu""`: `add "Cpu". AWS refuses it: "No 'cpu': "cpu""`,
	} {
		if got := o.Reworded(text, []*ecs.Object{o}); got != want {
			t.Errorf("%s:\n got %s\nwant %s", text, got, want)
		}
		plain := &ecs.Object{Type: o.Type, Operation: o.Operation, Root: root, File: f}
		if got := plain.Reworded(text, nil); got != text {
			t.Errorf("outside of a template %s becomes %s", text, got)
		}
	}
}
