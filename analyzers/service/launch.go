package service

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
)

// launch is what the tasks of a service or a task set run on, and what says so.
type launch struct {
	platform ecs.Platform
	at       value.Located
	by       string // in words
	byType   bool   // by the launch type, which AWS's texts speak of
}

// launchOf is false where it can't be told, as where the cluster decides.
func launchOf(p *analysis.Pass) (launch, bool) {
	w := workloadOf(p)
	if !w.launchType.Absent() {
		name, _ := w.launchType.Get()
		return launch{ecs.Platform(name), w.launchType, "launch type " + name, true}, p.Known(w.launchType)
	}
	var found launch
	same := w.capacityProviderStrategy.Complete
	for _, item := range w.capacityProviderStrategy.Items {
		platform, name := platformOf(p, item.CapacityProvider)
		l := launch{platform, item.CapacityProvider, fmt.Sprintf("capacity provider %q", name), false}
		if platform == ecs.Fargate {
			return l, true // no strategy mixes Fargate with others
		}
		same = same && platform != "" && (found.at == nil || platform == found.platform)
		found = l
	}
	return found, same && found.at != nil
}

// onFargate is false where the tasks don't run on Fargate for certain.
func onFargate(p *analysis.Pass) (launch, bool) {
	l, ok := launchOf(p)
	return l, ok && l.platform == ecs.Fargate
}

// platformOf is what a capacity provider stands for, with its name; "" where that can't be told.
func platformOf(p *analysis.Pass, provider value.Value[string]) (platform ecs.Platform, name string) {
	if isOfFargate(provider) {
		name, _ = provider.Get()
		return ecs.Fargate, name
	}
	made := p.Project.Referred(provider)
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

// isOfFargate reports one of the capacity providers that every account has.
func isOfFargate(provider value.Value[string]) bool { return is(provider, "FARGATE", "FARGATE_SPOT") }
