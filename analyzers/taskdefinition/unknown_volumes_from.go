package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var unknownVolumesFrom = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "unknown-volumes-from",
		Title:     "A container takes volumes from one that isn't there",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-volumesfrom-source-container-missing"},
		AWSErrors: []string{"Invalid 'volumesFrom' setting. Unknown container: 'data'"},
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_VolumeFrom.html",
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-volumesfrom-source-container-missing",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			for _, from := range c.VolumesFrom.Items {
				name, ok := from.SourceContainer.Get()
				if !p.Known(from.SourceContainer) || !ok || hasContainer(p, name) {
					continue
				}
				names, complete := containerNames(p)
				if !complete {
					continue
				}
				p.Reportf(from.SourceContainer, "%s takes volumes from %q, which is no container of this task definition", containerLabel(c), name).
					Help("name one of the containers: %s", quotedList(names))
			}
		}
	},
}
