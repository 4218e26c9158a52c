package taskdefinition

import "github.com/ecslint/ecslint/internal/analysis"

// hasContainer reports that a container of that name is there for certain.
func hasContainer(p *analysis.Pass, name string) bool {
	for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
		if n, ok := c.Name.Get(); ok && n == name {
			return true
		}
	}
	return false
}

// containerNames are the names of all containers; false where not all can be known, which is counted as undecided.
func containerNames(p *analysis.Pass) (names []string, complete bool) {
	containers := p.TaskDefinition().ContainerDefinitions
	if !p.Known(containers) {
		return nil, false
	}
	for _, c := range containers.Items {
		if !p.Known(c.Name) {
			return nil, false
		}
		if name, ok := c.Name.Get(); ok {
			names = append(names, name)
		}
	}
	return names, true
}
