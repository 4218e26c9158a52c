package scenario

import (
	"fmt"
	"strconv"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/fix"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/value"
)

// setTo is the edit that gives a member of an object a number. It has no edits where it can't be made in the file.
func setTo(at value.Located, n int64) diag.Fix {
	return diag.Fix{Message: fmt.Sprintf("set %q to %d", at.Where().Name(), n), Edits: fix.Set(at, strconv.FormatInt(n, 10))}
}

// anyPorts is the edit that lets each task have any free host ports. It has none where not all of them stand in the file.
func (j *Job) anyPorts() diag.Fix {
	f := diag.Fix{Message: `set "hostPort" to 0: any free port`}
	var edits []source.Edit
	for _, c := range j.TaskDefinition.TaskDefinition().ContainerDefinitions.Items {
		for _, m := range c.PortMappings.Items {
			if port, ok := m.HostPort.Get(); ok && port == 0 || m.HostPort.Absent() {
				continue
			}
			edit := fix.Replace(m.HostPort, "0")
			if edit == nil {
				return f
			}
			edits = append(edits, edit...)
		}
	}
	f.Edits = edits
	return f
}
