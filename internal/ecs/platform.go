package ecs

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/value"
)

// Platform is where tasks run, in the words of requiresCompatibilities.
type Platform string

const (
	Fargate          Platform = "FARGATE"
	EC2              Platform = "EC2"
	External         Platform = "EXTERNAL"
	ManagedInstances Platform = "MANAGED_INSTANCES"
)

// Platforms is where a task definition is meant to run, as far as the files tell.
type Platforms struct {
	decided []decision
	closed  bool // no other platform than the decided ones
}

type decision struct {
	platform Platform
	because  string
	at       value.Located
}

// Platforms tells by requiresCompatibilities, else by what launches the task definition, one of the project: services,
// tasks, schedules.
func (p *Project) Platforms(td *Object) Platforms { return p.platforms[td] }

func (p *Project) platformsOf(td *Object) Platforms {
	required := td.TaskDefinition().RequiresCompatibilities
	if !required.Absent() {
		ps := Platforms{closed: required.Complete}
		for _, v := range required.Items {
			name, ok := v.Get()
			if !ok {
				ps.closed = false
				continue
			}
			ps.decided = append(ps.decided, decision{Platform(name), `"requiresCompatibilities" lists ` + name, v})
		}
		return ps
	}
	var ps Platforms
	for _, user := range p.UsersOf(td) {
		for _, launch := range user.Launches() {
			if platform, at, ok := launch.platform(); ok && p.taskDefinitionOf(user, launch) == td {
				ps.decided = append(ps.decided, decision{platform, fmt.Sprintf("%s launches it on %s", user.Label(), platform), at})
			}
		}
	}
	return ps
}

// Requires tells whether the task definition has to fit a platform, and in words what decided that.
func (ps Platforms) Requires(platform Platform) (because string, is value.Tri) {
	for _, d := range ps.decided {
		if d.platform == platform {
			return d.because, value.True
		}
	}
	if ps.closed {
		return "", value.False
	}
	return "", value.Unknown
}
