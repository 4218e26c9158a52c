package project

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
)

// beside are the objects of a type in the file of the pass's object, in the order of the text.
func beside(p *analysis.Pass, t ecs.Type) []*ecs.Object {
	var found []*ecs.Object
	for _, o := range p.Project.Objects {
		if o.Type == t && o.File == p.Object.File {
			found = append(found, o)
		}
	}
	return found
}

// before reports that a stands before b in their file.
func before(a, b *ecs.Object) bool { return a.Root.Range.Start < b.Root.Range.Start }

// pushesBeside are the images that the script of the pass's object pushes to a registry.
func pushesBeside(p *analysis.Pass) []value.Value[string] {
	var images []value.Value[string]
	for _, o := range beside(p, ecs.TypeCommand) {
		if program, _ := o.Call().Program.Get(); program == "docker" {
			images = append(images, o.Call().Values.Items...)
		}
	}
	return images
}
