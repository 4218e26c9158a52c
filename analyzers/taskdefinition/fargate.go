package taskdefinition

import (
	"fmt"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
)

// fargate is the question whether a task definition has to fit Fargate.
type fargate struct {
	pass    *analysis.Pass
	because string // what decided it
	is      value.Tri
}

func askFargate(p *analysis.Pass) fargate {
	because, is := p.Project.Platforms(p.Object).Requires(ecs.Fargate)
	return fargate{p, because, is}
}

// applies is asked where the answer alone still decides about a finding: an unknown answer is counted.
func (f fargate) applies() bool {
	required := f.pass.TaskDefinition().RequiresCompatibilities
	if f.is.IsUnknown() && !required.Absent() {
		f.pass.Undecided(required)
	}
	return f.is.IsTrue()
}

// refusal is what AWS does about it: it refuses to register what says that it is for Fargate, given the text of
// that, and else refuses to launch it there.
func (f fargate) refusal(text string) string {
	if f.pass.TaskDefinition().RequiresCompatibilities.Absent() {
		return `AWS refuses to launch it: "Task definition does not support launch_type FARGATE."`
	}
	return fmt.Sprintf("AWS refuses it: %q", text)
}

// runsWindows tells the operating system of a task; the default is Linux.
func runsWindows(td *ecs.TaskDefinition) value.Tri {
	return td.RuntimePlatform.OperatingSystemFamily.Test(func(family string) bool {
		return strings.HasPrefix(family, "WINDOWS")
	})
}
