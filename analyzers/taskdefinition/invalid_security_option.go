package taskdefinition

import (
	"regexp"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

var invalidSecurityOption = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "invalid-security-option",
		Title:    "A container has a security option that its platform doesn't take",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // documented; AWS's answer isn't known
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-anywhere.html",
		},
	},
	Run: func(p *analysis.Pass) {
		if askFargate(p).is.IsTrue() {
			return // it takes none: fargate-security-options
		}
		windows := runsWindows(p.TaskDefinition())
		_, external := p.Project.Platforms(p.Object).Requires(ecs.External)
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			for _, option := range c.DockerSecurityOptions.Items {
				text, ok := option.Get()
				kind, _, _ := strings.Cut(text, ":")
				switch {
				case !p.Known(option) || !ok || windows.IsUnknown():
				case !securityOption.MatchString(text):
					p.Reportf(option, "%s has the security option %q, which isn't one that ECS lists", containerLabel(c), text).
						Help("write no-new-privileges, apparmor:PROFILE, label:VALUE or credentialspec:FILE")
				case windows.IsTrue() && kind != "credentialspec":
					p.Reportf(option, "%s has the security option %q, and on Windows there is only credentialspec", containerLabel(c), text).
						Help("remove it")
				case external.IsTrue() && kind == "label":
					p.Reportf(option, "%s has the security option %q, and ECS Anywhere doesn't support SELinux", containerLabel(c), text).
						Help("remove it")
				}
			}
		}
	},
}

var securityOption = regexp.MustCompile(`^(no-new-privileges(:true|:false)?|(apparmor|label|credentialspec):.+)$`)
