package taskdefinition

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/ecs"
)

// volumeLabel names a volume within a sentence.
func volumeLabel(v ecs.Volume) string {
	if name, ok := v.Name.Get(); ok {
		return fmt.Sprintf("volume %q", name)
	}
	return "a volume"
}
