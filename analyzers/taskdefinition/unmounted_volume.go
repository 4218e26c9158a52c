package taskdefinition

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var unmountedVolume = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "unmounted-volume",
		Title:     "No container mounts a volume of the task definition",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-volume-not-referenced"},
		AWSErrors: []string{unmountedText("data")},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-volume-not-referenced",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_MountPoint.html",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, v := range p.TaskDefinition().Volumes.Items {
			name, ok := v.Name.Get()
			if !p.Known(v.Name) || !ok {
				continue
			}
			switch mounted := isMounted(p, name); {
			case mounted.IsUnknown():
				p.Undecided(v.Name)
			case mounted.IsTrue():
			case isTrue(v.ConfiguredAtLaunch).IsTrue():
				p.Reportf(v.Name, "volume %q is configured at launch, but no container mounts it", name).
					Help(`mount it in "mountPoints" of a container, or remove it`).
					Note("AWS refuses it: %q", unmountedText(name))
			default:
				p.Reportf(v.Name, "no container mounts volume %q", name).
					Severity(rules.Info). // accepted, and of no use
					Help(`mount it in "mountPoints" of a container, or remove it`)
			}
		}
	},
}

func unmountedText(name string) string {
	return fmt.Sprintf("Volumes [%s] are not referenced by any of the containers", name)
}

func isMounted(p *analysis.Pass, volume string) value.Tri {
	containers := p.TaskDefinition().ContainerDefinitions
	mounted := value.TriOf(false)
	if !containers.Complete {
		mounted = value.Unknown
	}
	for _, c := range containers.Items {
		if !c.MountPoints.Complete {
			mounted = mounted.Or(value.Unknown)
		}
		for _, m := range c.MountPoints.Items {
			mounted = mounted.Or(m.SourceVolume.Test(func(name string) bool { return name == volume }))
		}
	}
	return mounted
}
