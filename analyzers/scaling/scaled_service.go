package scaling

import (
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
)

// scaledService is the service that a scalable target is for; nil where it isn't in sight, or isn't the only one.
func scaledService(p *analysis.Pass) *ecs.Object {
	target := p.Object.ScalableTarget()
	if target == nil {
		return nil
	}
	if node := target.ResourceId.Where().Node(); node != nil && len(node.Refers()) > 0 {
		return theOne(p.Project, func(o *ecs.Object) bool {
			return o.Origin != nil && slices.ContainsFunc(node.Refers(), func(id string) bool {
				id, _, _ = strings.Cut(id, ".")
				return id == o.Origin.ID
			})
		})
	}
	id, ok := target.ResourceId.Get()
	parts := strings.Split(id, "/")
	if !ok || len(parts) != 3 || !p.Known(target.ResourceId) {
		return nil
	}
	return theOne(p.Project, func(o *ecs.Object) bool {
		service := o.Service()
		name, named := service.ServiceName.Get()
		cluster, known := service.Cluster.Or("default")
		return named && known && name == parts[2] && cluster[strings.LastIndexByte(cluster, '/')+1:] == parts[1]
	})
}

// theOne is the only new service of some; nil for several.
func theOne(project *ecs.Project, is func(*ecs.Object) bool) *ecs.Object {
	var found *ecs.Object
	for _, o := range project.Objects {
		if o.Type != ecs.TypeService || o.Operation != "CreateService" || o.Output || !is(o) {
			continue
		}
		if found != nil {
			return nil
		}
		found = o
	}
	return found
}
