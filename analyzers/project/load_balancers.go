package project

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
)

// loadBalancersOf are those of a service or of a task set.
func loadBalancersOf(p *analysis.Pass) []ecs.LoadBalancer {
	if service := p.Service(); service != nil {
		return service.LoadBalancers.Items
	}
	if taskSet := p.Object.TaskSet(); taskSet != nil {
		return taskSet.LoadBalancers.Items
	}
	return nil
}
