package service

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

const noVolumeText = "The volume name '%s' in your request does not have a matching volume in your Task Definition"

var unknownLaunchVolume = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "unknown-launch-volume",
		Title:     "A service configures a volume that its task definition doesn't leave to the launch",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-svc-ebs-name-not-in-taskdef"},
		AWSErrors: []string{"The volume name 'logs' in your request does not have a matching volume in your Task Definition"},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-svc-ebs-name-not-in-taskdef",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceVolumeConfiguration.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		td, ok := linkedTo(p)
		if !ok || !p.Known(td.Volumes) {
			return
		}
		for _, config := range p.Service().VolumeConfigurations.Items {
			name, ok := config.Name.Get()
			if p.Known(config.Name) && ok && td.leavesToLaunch(name).IsFalse() {
				p.Reportf(config.Name, "the service configures volume %q, which %s doesn't leave to the launch", name, td.label).
					Help(`declare volume %q in the task definition, with "configuredAtLaunch": true`, name).
					Related(td.Volumes, "the volumes of the task definition").
					Note("%s", refusedWith(fmt.Sprintf(noVolumeText, name)))
			}
		}
	}),
}

// leavesToLaunch tells whether a volume of a name is configured at launch.
func (td linked) leavesToLaunch(name string) value.Tri {
	answer := value.TriOf(false)
	for _, v := range td.Volumes.Items {
		named := v.Name.Test(func(other string) bool { return other == name })
		answer = answer.Or(named.And(v.ConfiguredAtLaunch.Test(func(at bool) bool { return at })))
	}
	return answer
}
