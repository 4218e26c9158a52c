package workload

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
)

// Launch is what tasks run on, and what says so.
type Launch struct {
	Platform ecs.Platform
	At       value.Located
	By       string // in words
	ByType   bool   // by the launch type, which AWS's texts speak of
}

// Launch is false where it can't be told what the tasks run on, as where the cluster decides.
func (w Workload) Launch(p *analysis.Pass) (Launch, bool) {
	if !w.LaunchType.Absent() {
		name, _ := w.LaunchType.Get()
		return Launch{ecs.Platform(name), w.LaunchType, "launch type " + name, true}, p.Known(w.LaunchType)
	}
	var found Launch
	same := w.CapacityProviderStrategy.Complete
	for _, item := range w.CapacityProviderStrategy.Items {
		platform, name := platformOf(p.Project, item.CapacityProvider)
		l := Launch{platform, item.CapacityProvider, fmt.Sprintf("capacity provider %q", name), false}
		if platform == ecs.Fargate {
			return l, true // no strategy mixes Fargate with others
		}
		same = same && platform != "" && (found.At == nil || platform == found.Platform)
		found = l
	}
	return found, same && found.At != nil
}

// OnFargate is false where the tasks don't run on Fargate for certain.
func (w Workload) OnFargate(p *analysis.Pass) (Launch, bool) {
	l, ok := w.Launch(p)
	return l, ok && l.Platform == ecs.Fargate
}

// OfFargate tells one of the two capacity providers that every account has.
func OfFargate(project *ecs.Project, provider value.Value[string]) value.Tri {
	if made := project.Referred(provider); made != nil && made.Type == ecs.TypeCapacityProvider {
		return value.False
	}
	if provider.Absent() {
		return value.Unknown
	}
	return provider.Test(func(name string) bool { return name == "FARGATE" || name == "FARGATE_SPOT" })
}

// platformOf is what a capacity provider stands for, with its name; "" where that can't be told.
func platformOf(project *ecs.Project, provider value.Value[string]) (platform ecs.Platform, name string) {
	if OfFargate(project, provider).IsTrue() {
		name, _ = provider.Get()
		return ecs.Fargate, name
	}
	made := project.Referred(provider)
	if made == nil || made.Type != ecs.TypeCapacityProvider {
		return "", ""
	}
	switch c := made.CapacityProvider(); {
	case isThere(c.AutoScalingGroupProvider.Object):
		return ecs.EC2, made.Origin.ID
	case isThere(c.ManagedInstancesProvider.Object):
		return ecs.ManagedInstances, made.Origin.ID
	}
	return "", ""
}

func isThere(o value.Object) bool { return !o.Absent() && !o.Unknown() }
