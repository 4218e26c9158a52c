package taskdefinition

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/ecs"
)

// containerLabel names a container within a sentence.
func containerLabel(c ecs.ContainerDefinition) string {
	if name, ok := c.Name.Get(); ok {
		return fmt.Sprintf("container %q", name)
	}
	return "a container"
}
