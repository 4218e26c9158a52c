package taskdefinition

import (
	"slices"

	"github.com/ecslint/ecslint/internal/ecs"
)

// dependencyGraph is who waits for whom, as far as names are known.
type dependencyGraph struct {
	containers []ecs.ContainerDefinition
	named      map[string][]int // indices of the containers of a name
}

func newDependencyGraph(containers []ecs.ContainerDefinition) dependencyGraph {
	g := dependencyGraph{containers, map[string][]int{}}
	for i, c := range containers {
		if name, ok := c.Name.Get(); ok {
			g.named[name] = append(g.named[name], i)
		}
	}
	return g
}

// circle is the circle that the dependency of a container on a name closes, beginning with the named container;
// nil where there is none. Each circle counts for one dependency only: the one on its first container in the list.
// So what is found doesn't depend on which other circles there are.
func (g dependencyGraph) circle(from int, name string) []ecs.ContainerDefinition {
	for _, first := range g.named[name] {
		if path := g.path(first, from, first, map[int]bool{}); path != nil {
			slices.Reverse(path)
			return path
		}
	}
	return nil
}

// path leads from one container to another over those that aren't before first; it is given in reverse.
func (g dependencyGraph) path(at, to, first int, seen map[int]bool) []ecs.ContainerDefinition {
	if at < first || seen[at] {
		return nil
	}
	seen[at] = true
	if at == to {
		return []ecs.ContainerDefinition{g.containers[at]}
	}
	for _, d := range g.containers[at].DependsOn.Items {
		name, _ := d.ContainerName.Get()
		for _, next := range g.named[name] {
			if path := g.path(next, to, first, seen); path != nil {
				return append(path, g.containers[at])
			}
		}
	}
	return nil
}
