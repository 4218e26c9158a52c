package launch

import (
	"strings"
	"time"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/internal/workload"
	"github.com/ecslint/ecslint/rules"
)

var retiredPlatformVersion = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "retired-platform-version",
		Title:    "The platform version of Fargate has been retired",
		Subject:  "launch",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning,
		Since:    "0.1.0",
		AWSErrors: []string{
			"One or more of the requested capabilities are not supported.",
			"The specified platform does not satisfy the task definition's required capabilities.",
		},
		Sources: append([]string{
			"https://github.com/CircleCI-Public/aws-ecs-orb/issues/121",
			"https://github.com/jenkinsci/amazon-ecs-plugin/issues/181",
		}, facts.PlatformVersionsOrigin.Sources...),
	},
	Run: each(func(p *analysis.Pass, w workload.Workload) {
		version := w.PlatformVersion
		name, ok := version.Get()
		if !p.Known(version) || !ok {
			return
		}
		var ended string
		for _, v := range facts.PlatformVersions {
			switch {
			case v.Version != name || v.Windows && certainlyLinux(p):
			case !over(v.Retired, p.Today):
				return
			default:
				ended = v.Retired
			}
		}
		if ended != "" {
			p.Reportf(version, "platform version %s was retired on %s: no new task starts on it", name, ended).
				Help(`use "LATEST"`)
		}
	}),
}

// certainlyLinux is false also where the task definition isn't in sight.
func certainlyLinux(p *analysis.Pass) bool {
	td := p.Project.TaskDefinitionOf(p.Object)
	if td == nil {
		return false
	}
	family := td.TaskDefinition().RuntimePlatform.OperatingSystemFamily
	name, _ := family.Get()
	return p.Known(family) && !strings.HasPrefix(name, "WINDOWS")
}

// over reports a day that has come; none never comes.
func over(day string, today time.Time) bool {
	if day == "" {
		return false
	}
	end, err := time.Parse(time.DateOnly, day)
	if err != nil {
		panic(err) // the table is wrong
	}
	return !today.Before(end)
}
