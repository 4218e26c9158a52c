package launch

import (
	"regexp"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/internal/workload"
	"github.com/ecslint/ecslint/rules"
)

var invalidRevision = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "invalid-revision",
		Title:     "The revision of a task definition isn't a number",
		Subject:   "launch",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{revisionText("latest")},
		Sources: []string{
			"https://github.com/getmoto/moto/blob/master/moto/ecs/models.py",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
			"proof: AWS numbers the revisions of a family itself",
		},
	},
	Run: func(p *analysis.Pass) {
		if p.Object.Output {
			return
		}
		for _, l := range p.Object.Launches() {
			checkRevision(p, l.TaskDefinition)
		}
	},
}

var (
	revisionNumber = regexp.MustCompile(`^[1-9][0-9]*$`)
	capitals       = regexp.MustCompile(`^[A-Z][A-Z0-9_]+$`) // what a pipeline replaces, as REVISION; LATEST is meant as it is
)

func checkRevision(p *analysis.Pass, reference value.Value[string]) {
	text, ok := reference.Get()
	if !p.Known(reference) || !ok {
		return
	}
	if strings.HasPrefix(text, "arn:") {
		_, text, _ = strings.Cut(text, "/")
	}
	family, revision, numbered := strings.Cut(text, ":")
	if !numbered || revisionNumber.MatchString(revision) || revision != "LATEST" && capitals.MatchString(revision) {
		return
	}
	if strings.Contains(family, "/") {
		p.Reportf(reference, "%q looks like an image, and a task definition is named here", text).
			Help("name the family of the task definition that has the image")
		return
	}
	p.Reportf(reference, "the revision of task definition %q is %q, and has to be a number", family, revision).
		Help("write %q for the latest revision that is active, or the number behind the colon", family).
		Note("%s", workload.Refusal(p.Object, revisionText(revision)))
}

func revisionText(revision string) string { return "Invalid revision number. Number: " + revision }
