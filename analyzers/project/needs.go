package project

import (
	"slices"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/syntax"
)

// needs is what an item of a list can't do without: of each group one member.
type needs struct {
	groups  [][]string
	ofModel bool // the API model says so
}

// neededMembers are those of which the API model doesn't say that they are required, although AWS refuses an item
// without them, or can do nothing with it.
// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html
// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html
// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tag.html
// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KeyValuePair.html
var neededMembers = map[string][][]string{
	"PortMapping":         {{"containerPort", "containerPortRange"}},
	"LoadBalancer":        {{"containerName"}, {"containerPort"}},
	"Tag":                 {{"key"}},
	"KeyValuePair":        {{"name"}},
	"PlacementConstraint": {{"type"}},
	"PlacementStrategy":   {{"type"}},
}

// answers are the texts of AWS to an item without what it needs.
var answers = map[string]string{
	"PortMapping":  noContainerPort,
	"LoadBalancer": noContainerName,
}

const (
	noContainerPort = "Invalid 'containerPort' setting for container 'web'."
	noContainerName = "Container Name can not be blank."
)

func needsOf(shape ecs.Shape) needs {
	if groups := neededMembers[shape.Name]; groups != nil {
		return needs{groups: groups}
	}
	n := needs{ofModel: true}
	for _, m := range shape.Members {
		if m.Required {
			n.groups = append(n.groups, []string{m.Name})
		}
	}
	return n
}

// lackedBy reports an item that doesn't have all on its own.
func (n needs) lackedBy(item *syntax.Node) bool {
	return slices.ContainsFunc(n.groups, func(group []string) bool {
		return !slices.ContainsFunc(group, func(name string) bool { _, ok := item.Member(name); return ok })
	})
}

func (n needs) metBy(keys map[string]bool) bool { return n.firstMissing(keys) == "" }

// firstMissing is the first member that isn't there; "" where all are.
func (n needs) firstMissing(keys map[string]bool) string {
	for _, group := range n.groups {
		if !slices.ContainsFunc(group, func(name string) bool { return keys[name] }) {
			return group[0]
		}
	}
	return ""
}
