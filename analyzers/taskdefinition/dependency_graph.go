package taskdefinition

import (
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
)

// wait is one reason why a container starts after another.
type wait struct {
	other string              // the other's name
	at    value.Value[string] // what names it
	list  value.Located       // where that stands
	verb  string              // stands before the other's name
}

const onDependsOn = "waits for"

// waitsOf are all waits of a container whose names are known. The ECS agent makes dependencies of links and of
// volumesFrom before it looks for an order: initializeContainerOrderingForLinks, initializeContainerOrderingForVolumes.
func waitsOf(c ecs.ContainerDefinition) []wait {
	var waits []wait
	for _, d := range c.DependsOn.Items {
		if name, ok := d.ContainerName.Get(); ok {
			waits = append(waits, wait{name, d.ContainerName, c.DependsOn, onDependsOn})
		}
	}
	for _, link := range c.Links.Items {
		if text, ok := link.Get(); ok {
			waits = append(waits, wait{linkTarget(text), link, c.Links, "links to"})
		}
	}
	for _, from := range c.VolumesFrom.Items {
		if name, ok := from.SourceContainer.Get(); ok {
			waits = append(waits, wait{name, from.SourceContainer, c.VolumesFrom, "takes volumes from"})
		}
	}
	return waits
}

// linkTarget is the container that a link names: NAME or NAME:ALIAS.
func linkTarget(link string) string {
	name, _, _ := strings.Cut(link, ":")
	return name
}

// dependencyGraph is who waits for whom, as far as names are known.
type dependencyGraph struct {
	containers []ecs.ContainerDefinition
	waits      [][]wait         // of each container
	named      map[string][]int // indices of the containers of a name
}

func newDependencyGraph(containers []ecs.ContainerDefinition) dependencyGraph {
	g := dependencyGraph{containers, nil, map[string][]int{}}
	for i, c := range containers {
		g.waits = append(g.waits, waitsOf(c))
		if name, ok := c.Name.Get(); ok {
			g.named[name] = append(g.named[name], i)
		}
	}
	return g
}

// step is a container of a circle, and its wait for the next one.
type step struct {
	container ecs.ContainerDefinition
	wait      wait
}

// circle is the circle that the wait of a container closes, beginning with the container that it names; nil where there
// is none. Each circle counts for one wait only: the one for its first container in the list. So what is found doesn't
// depend on which other circles there are.
func (g dependencyGraph) circle(from int, closing wait) []step {
	for _, first := range g.named[closing.other] {
		if path, ok := g.path(first, from, first, map[int]bool{}); ok {
			slices.Reverse(path)
			return append(path, step{g.containers[from], closing})
		}
	}
	return nil
}

// path leads from one container to another over those that aren't before first; it is given in reverse.
func (g dependencyGraph) path(at, to, first int, seen map[int]bool) ([]step, bool) {
	if at < first || seen[at] {
		return nil, false
	}
	seen[at] = true
	if at == to {
		return nil, true
	}
	for _, w := range g.waits[at] {
		for _, next := range g.named[w.other] {
			if path, ok := g.path(next, to, first, seen); ok {
				return append(path, step{g.containers[at], w}), true
			}
		}
	}
	return nil, false
}
