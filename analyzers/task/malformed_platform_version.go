package task

import (
	"regexp"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const unknownPlatformText = "The specified platform does not exist."

var malformedPlatformVersion = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "malformed-platform-version",
		Title:     "Tasks are started on a platform version that isn't written as AWS writes it",
		Subject:   "task",
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
	Run: func(p *analysis.Pass) {
		for _, r := range runsOf(p.Object) {
			version, ok := r.platformVersion.Get()
			if !p.Known(r.platformVersion) || !ok || version == "LATEST" || platformVersion.MatchString(version) {
				continue
			}
			p.Reportf(r.platformVersion, `platform version %q has no three numbers, as in "1.4.0", and isn't LATEST`, version).
				Help("write LATEST, or leave it out for the same").
				Note("%s: %q", refusalOf(r.of), unknownPlatformText)
		}
	},
}

var platformVersion = regexp.MustCompile(`^[0-9]+\.[0-9]+\.[0-9]+$`)
