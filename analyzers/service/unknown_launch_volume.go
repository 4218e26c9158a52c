package service

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

const noVolumeText = "The volume name '%s' in your request does not have a matching volume in your Task Definition"

var unknownLaunchVolume = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "unknown-launch-volume",
		Title:     "A service or a task configures a volume that its task definition doesn't leave to the launch",
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
		for _, config := range configuredVolumes(p.Object) {
			name, ok := config.Get()
			if !p.Known(config) || !ok || !td.leavesToLaunch(name).IsFalse() {
				continue
			}
			b := p.Reportf(config, "the %s configures volume %q, which %s doesn't leave to the launch", launched(p).Kind, name, td.label).
				Help(`declare volume %q in the task definition, with "configuredAtLaunch": true`, name).
				Related(td.Volumes, "the volumes of the task definition")
			if p.Service() != nil {
				b.Note("%s", refusedWith(fmt.Sprintf(noVolumeText, name)))
			} else {
				b.Severity(rules.Warning) // documented; AWS's answer isn't known
			}
		}
	}),
}

// configuredVolumes are the names of the volumes that a service or a task configures.
func configuredVolumes(o *ecs.Object) (names []value.Value[string]) {
	if s := o.Service(); s != nil {
		for _, config := range s.VolumeConfigurations.Items {
			names = append(names, config.Name)
		}
	}
	if t := o.Task(); t != nil {
		for _, config := range t.VolumeConfigurations.Items {
			names = append(names, config.Name)
		}
	}
	return names
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
