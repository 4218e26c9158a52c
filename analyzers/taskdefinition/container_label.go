package taskdefinition

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
)

// containerLabel names a container within a sentence.
func containerLabel(c ecs.ContainerDefinition) string {
	if name, ok := c.Name.Get(); ok {
		return fmt.Sprintf("container %q", name)
	}
	return "a container"
}

// noteRefusal quotes AWS's text that names the container; of an unknown name it can't be told.
func noteRefusal(b *analysis.Builder, c ecs.ContainerDefinition, text func(container string) string) {
	if name, ok := c.Name.Get(); ok {
		b.Note("AWS refuses it: %q", text(name))
	}
}
