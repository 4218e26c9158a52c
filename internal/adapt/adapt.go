// Package adapt holds what the adapters of all formats share: how a tree becomes an object in AWS shape.
package adapt

import (
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

// Result is what an adapter read from one file.
type Result struct {
	Objects    []*ecs.Object
	Tree       *syntax.Node     // the file's own tree, where it has one
	Problems   []syntax.Problem // what is wrong with the text
	References []Reference      // files that it names
	Links      []Link           // what it says of other files
	Why        string           // why there is no object in it
	Closed     bool             // its objects link with each other only: a text that shows setups isn't one
}

// Format is the format that the objects were read as; "" without objects.
func (r Result) Format() string {
	if len(r.Objects) == 0 {
		return ""
	}
	return r.Objects[0].Format
}

// Reference is a file that another one names, and what came of it.
type Reference struct {
	Range source.Range
	Name  string // as written
	Path  string // absolute path of the file that was read; "" when none was
	Why   string // why none was
}

// Link tells what file holds the task definition of the service in another one. Both are absolute paths.
type Link struct{ Service, TaskDefinition string }

// NewObject finishes a tree in AWS shape: placeholders become unknown, unset members absent.
func NewObject(f *source.File, format string, t ecs.Type, operation string, root *syntax.Node) *ecs.Object {
	var certain map[*syntax.Node]bool
	if t == ecs.TypeTaskDefinition {
		certain = ownVariables(root)
	}
	root.Walk(func(n *syntax.Node) bool {
		if !certain[n] {
			Normalize(n)
		}
		return true
	})
	return NewNormalObject(f, format, t, operation, root)
}

// NewNormalObject is NewObject for a tree whose nodes are all normalized.
func NewNormalObject(f *source.File, format string, t ecs.Type, operation string, root *syntax.Node) *ecs.Object {
	if t == ecs.TypeTaskDefinition {
		containerDefaults(root)
	}
	return &ecs.Object{Type: t, Operation: operation, Root: root, File: f, Format: format}
}

// Name is a text without a place, for keys that no one wrote.
func Name(s string) source.Text {
	var b source.Builder
	b.PutRange(s, source.Range{})
	return b.Text()
}

// Normalize turns one node, if it is a text with placeholders, or what a tag computes, into an unknown. A key with a
// placeholder may be any key.
func Normalize(n *syntax.Node) {
	if n.Tag != "" || n.Kind == syntax.String && syntax.HasPlaceholder(n.String()) {
		n.Kind = syntax.Unknown
	}
	for _, m := range n.Members {
		if m.Key.Kind == syntax.Unknown || syntax.HasPlaceholder(m.Key.String()) {
			n.Incomplete = true
		}
	}
}

// containerDefaults applies what holds for containers alone. An empty image is one that a pipeline fills in
// (the render action of GitHub, among others); memory 0 is what AWS's own skeletons and outputs write for unset.
func containerDefaults(root *syntax.Node) {
	list := root.Get("containerDefinitions")
	if list == nil {
		return
	}
	for _, c := range list.Items {
		if image := c.Get("image"); image != nil && image.Kind == syntax.String && image.Text.Len() == 0 {
			image.Kind = syntax.Unknown
		}
		for _, key := range []string{"memory", "memoryReservation"} {
			if n := c.Get(key); n != nil && n.Kind == syntax.Number && n.String() == "0" {
				n.Kind = syntax.Null
			}
		}
	}
}
