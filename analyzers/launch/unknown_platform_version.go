package launch

import (
	"regexp"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/workload"
	"github.com/ecslint/ecslint/rules"
)

const unknownPlatformText = "The specified platform does not exist."

var wholeVersion = regexp.MustCompile(`^[0-9]+\.[0-9]+\.[0-9]+$`)

var unknownPlatformVersion = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "unknown-platform-version",
		Title:     "Fargate has no such platform version",
		Subject:   "launch",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{unknownPlatformText},
		Sources: []string{
			"https://github.com/jenkinsci/amazon-ecs-plugin/issues/218",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html",
		},
	},
	Run: each(func(p *analysis.Pass, w workload.Workload) {
		name, ok := w.PlatformVersion.Get()
		if !p.Known(w.PlatformVersion) || !ok || strings.EqualFold(name, "LATEST") || wholeVersion.MatchString(name) {
			return // a version may be newer than what is known here
		}
		p.Reportf(w.PlatformVersion, "%q is no platform version: it is LATEST, or has three numbers as 1.4.0 has", name).
			Help(`use "LATEST", or the whole version`).
			Note("%s", workload.Refusal(w.Of, unknownPlatformText))
	}),
}
