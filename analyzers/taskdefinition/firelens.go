package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
)

// firelens tells which containers log through FireLens for certain, and whether one of the containers is the router.
func firelens(p *analysis.Pass) (senders []ecs.ContainerDefinition, router value.Tri) {
	containers := p.TaskDefinition().ContainerDefinitions
	router = value.TriOf(false)
	if !containers.Complete {
		router = value.Unknown
	}
	for _, c := range containers.Items {
		if driver, _ := c.LogConfiguration.LogDriver.Get(); driver == "awsfirelens" {
			senders = append(senders, c)
		}
		switch config := c.FirelensConfiguration; {
		case config.Unknown():
			router = router.Or(value.Unknown)
		case !config.Absent():
			router = value.True
		}
	}
	return senders, router
}
