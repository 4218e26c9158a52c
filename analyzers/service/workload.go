package service

import (
	"slices"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/internal/workload"
)

// balanced is what sends requests to the tasks of a service or a task set.
type balanced struct {
	kind              string // in words
	loadBalancers     value.List[ecs.LoadBalancer]
	serviceRegistries value.List[ecs.ServiceRegistry]
}

func balancedOf(p *analysis.Pass) balanced {
	if t := p.Object.TaskSet(); t != nil {
		return balanced{"task set", t.LoadBalancers, t.ServiceRegistries}
	}
	s := p.Service()
	return balanced{"service", s.LoadBalancers, s.ServiceRegistries}
}

// launched is how the tasks of a service or a task set are launched.
func launched(p *analysis.Pass) workload.Workload { return workload.All(p.Object)[0] }

// onInput leaves out saved output: AWS has taken what stands there, and writes more of it than it takes.
func onInput(run func(*analysis.Pass)) func(*analysis.Pass) {
	return func(p *analysis.Pass) {
		if !p.Object.Output {
			run(p)
		}
	}
}

// creates reports an input that tells everything. An update leaves out what stays as it is.
func creates(p *analysis.Pass) bool {
	return p.Object.Operation == "CreateService" || p.Object.Operation == "CreateTaskSet"
}

// mayBeCompleted reports a file that nothing in sight gives to AWS: what reads it may fill gaps that it has.
func mayBeCompleted(p *analysis.Pass) bool { return p.Object.Given == ecs.InFile }

// controllerOf is false where it isn't known.
func controllerOf(p *analysis.Pass) (string, bool) {
	return orDefault(p, p.Service().DeploymentController.Type, "ECS")
}

// isOfTaskSets reports a service whose task sets tell how its tasks run, or may do so.
func isOfTaskSets(p *analysis.Pass) bool {
	if p.Service() == nil {
		return false
	}
	controller, ok := controllerOf(p)
	return !ok || controller == "EXTERNAL"
}

// strategyOf is false where it isn't known.
func strategyOf(p *analysis.Pass) (string, bool) {
	return orDefault(p, p.Service().DeploymentConfiguration.Strategy, "ROLLING")
}

// orDefault is the default only where the service is new.
func orDefault(p *analysis.Pass, v value.Value[string], byDefault string) (string, bool) {
	if v.Absent() {
		return byDefault, creates(p)
	}
	name, _ := v.Get()
	return name, p.Known(v)
}

// is reports a known value that is one of some.
func is(v value.Value[string], names ...string) bool {
	name, ok := v.Get()
	return ok && slices.Contains(names, name)
}

// isDaemon reports a service that certainly runs one task on each container instance.
func isDaemon(p *analysis.Pass) bool { return is(p.Service().SchedulingStrategy, "DAEMON") }

// isTrue reports a switch that is certainly on.
func isTrue(v value.Value[bool]) bool {
	on, _ := v.Get()
	return on
}

// isSet reports a value that is there and known.
func isSet[T any](v value.Value[T]) bool {
	_, ok := v.Get()
	return ok
}

// hasItems reports a list with an item that is certainly there.
func hasItems[T analysis.Unknowable](list value.List[T]) bool {
	return len(analysis.KnownItems(list)) > 0
}

// isThere reports a structure that certainly holds something.
func isThere(o value.Object) bool { return !o.Absent() && !o.Unknown() }
