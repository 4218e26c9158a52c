package engine

import (
	"path/filepath"

	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/adapt/ecspresso"
	"github.com/ecslint/ecslint/internal/ecs"
)

// links are the files that a configuration in u binds together.
func (u *unit) links(c ecspresso.Config) []adapt.Link {
	if c.Service == "" || c.TaskDefinition == "" || u.path == "" {
		return nil
	}
	folder := filepath.Dir(u.path)
	return []adapt.Link{{Service: filepath.Join(folder, c.Service), TaskDefinition: filepath.Join(folder, c.TaskDefinition)}}
}

// linkFiles gives services the task definitions that configurations say they have. Where two say different things,
// nobody can tell.
func linkFiles(units []*unit) {
	named := map[string]string{}
	for _, u := range units {
		for _, link := range u.result.Links {
			if other, again := named[link.Service]; again && other != link.TaskDefinition {
				link.TaskDefinition = ""
			}
			named[link.Service] = link.TaskDefinition
		}
	}
	for _, u := range units {
		for _, o := range u.result.Objects {
			if o.Type == ecs.TypeService {
				o.TaskDefinitionPath = named[u.path]
			}
		}
	}
}
