package taskdefinition

import (
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

var undeclaredVolume = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "undeclared-volume",
		Title:     "A container mounts a volume that the task definition doesn't declare",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-mountpoint-source-volume-missing"},
		AWSErrors: []string{"Unknown volume 'data'."},
		Sources:   []string{"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_MountPoint.html"},
	},
	Run: func(p *analysis.Pass) {
		volumes := p.TaskDefinition().Volumes
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			for _, m := range c.MountPoints.Items {
				name, ok := m.SourceVolume.Get()
				if !p.Known(m.SourceVolume) || !ok || declares(volumes.Items, name) || !allVolumesKnown(p) {
					continue
				}
				p.Reportf(m.SourceVolume, "%s mounts volume %q, which the task definition doesn't declare", containerLabel(c), name).
					Help("%s", declareOrMount(name, volumes.Items))
			}
		}
	},
}

func declares(volumes []ecs.Volume, name string) bool {
	for _, v := range volumes {
		if declared, ok := v.Name.Get(); ok && declared == name {
			return true
		}
	}
	return false
}

func allVolumesKnown(p *analysis.Pass) bool {
	volumes := p.TaskDefinition().Volumes
	for _, v := range volumes.Items {
		if !p.Known(v.Name) {
			return false
		}
	}
	return p.Known(volumes)
}

func declareOrMount(name string, volumes []ecs.Volume) string {
	declare := `add {"name": ` + strconv.Quote(name) + `} to "volumes"`
	var names []string
	for _, v := range volumes {
		if declared, ok := v.Name.Get(); ok {
			names = append(names, strconv.Quote(declared))
		}
	}
	if len(names) == 0 {
		return declare
	}
	return declare + ", or mount one that is declared: " + strings.Join(names, ", ")
}
