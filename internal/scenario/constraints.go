package scenario

import (
	"strings"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/internal/workload"
)

func (j *Job) definitionConstraints() *unknown {
	td := j.TaskDefinition.TaskDefinition()
	if td.PlacementConstraints.Unknown() {
		return notKnown(td.PlacementConstraints, "the placement constraints of its task definition aren't known")
	}
	for _, c := range td.PlacementConstraints.Items {
		if u := j.constraint(j.TaskDefinition, c.Type, c.Expression); u != nil {
			return u
		}
	}
	return nil
}

func (j *Job) constraints(w workload.Workload) *unknown {
	if u := j.definitionConstraints(); u != nil {
		return u
	}
	if w.PlacementConstraints.Unknown() {
		return notKnown(w.PlacementConstraints, "its placement constraints aren't known")
	}
	for _, c := range w.PlacementConstraints.Items {
		if u := j.constraint(j.Object, c.Type, c.Expression); u != nil {
			return u
		}
	}
	return nil
}

func (j *Job) constraint(in *ecs.Object, kind, text value.Value[string]) *unknown {
	switch name, ok := kind.Get(); {
	case ok && name == "distinctInstance":
		j.distinct = kind
	case ok && name == "memberOf":
		words, ok := text.Get()
		if !ok {
			return notKnown(text, "a placement expression isn't known")
		}
		if isSecret(in, words) {
			return notKnown(text, "a placement expression holds a secret")
		}
		j.expressions = append(j.expressions, expression{text: words, in: in, at: text})
	default:
		return notKnown(kind, "a placement constraint isn't known")
	}
	return nil
}

func (j *Job) strategies(w workload.Workload) *unknown {
	j.strategyAt = w.PlacementStrategy
	if w.PlacementStrategy.Unknown() {
		return notKnown(w.PlacementStrategy, "its placement strategy isn't known")
	}
	for _, s := range w.PlacementStrategy.Items {
		kind, ok := s.Type.Get()
		field, known := s.Field.Or("")
		kind = strings.ToLower(kind)
		switch {
		case !ok || !known:
			return notKnown(s, "its placement strategy isn't known")
		case isSecret(j.Object, field):
			return notKnown(s, "its placement strategy holds a secret")
		case kind == "binpack" && (strings.EqualFold(field, "cpu") || strings.EqualFold(field, "memory")):
			field = strings.ToLower(field)
		case kind == "spread" && field == "host":
			field = "instanceId"
		case kind == "spread" && (field == "instanceId" || strings.HasPrefix(field, "attribute:")), kind == "random":
		default:
			return notKnown(s, "its placement strategy isn't one of ECS")
		}
		j.strategy = append(j.strategy, certificate.Strategy{Type: kind, Field: field})
	}
	return nil
}

// network keeps the subnets of tasks with network interfaces of their own.
func (j *Job) network(w workload.Workload) *unknown {
	subnets := w.NetworkConfiguration.AwsvpcConfiguration.Subnets
	if j.Demand.mode == "awsvpc" && !w.NetworkConfiguration.Unknown() && !w.NetworkConfiguration.AwsvpcConfiguration.Unknown() && subnets.Complete {
		j.subnets = subnets.Items
	}
	return nil
}
