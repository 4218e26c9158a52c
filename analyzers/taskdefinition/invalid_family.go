package taskdefinition

import (
	"fmt"
	"regexp"
	"unicode/utf8"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var invalidFamily = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "invalid-family",
		Title:     "The family has characters that AWS refuses",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-taskdef-family"},
		AWSErrors: []string{"Family contains invalid characters."},
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html",
			"https://github.com/aws/amazon-ecs-cli/issues/37",
		},
	},
	Run: func(p *analysis.Pass) {
		family := p.TaskDefinition().Family
		name, ok := family.Get()
		if !p.Known(family) || !ok || resourceName.MatchString(name) {
			return
		}
		p.Reportf(family, "the family %q %s", name, nameProblem(name)).
			Help("use up to 255 letters, digits, hyphens and underscores")
	},
}

// resourceName is what families, containers and volumes may be called.
var resourceName = regexp.MustCompile(`^[A-Za-z0-9_-]{1,255}$`)

var foreignToNames = regexp.MustCompile(`[^A-Za-z0-9_-]`)

// nameProblem says what is wrong with a name, as the end of a sentence.
func nameProblem(name string) string {
	if found := foreignToNames.FindString(name); found != "" {
		return holds(found)
	}
	return fmt.Sprintf("has %d characters, and 255 are the most", utf8.RuneCountInString(name))
}

// holds names a character that isn't allowed, as the end of a sentence.
func holds(character string) string {
	if character == " " {
		return "holds a space"
	}
	return fmt.Sprintf("holds %q", character)
}
