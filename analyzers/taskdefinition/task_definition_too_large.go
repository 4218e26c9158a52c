package taskdefinition

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/rules"
)

var taskDefinitionTooLarge = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "task-definition-too-large",
		Title:     "The task definition is larger than 64 KiB",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{tooLargeText("74049")},
		Sources: []string{
			"https://github.com/awsdocs/amazon-ecs-developer-guide/pull/149",
			"https://docs.aws.amazon.com/general/latest/gr/ecs-service.html",
		},
	},
	Run: func(p *analysis.Pass) {
		containers := p.TaskDefinition().ContainerDefinitions
		if n := textBytes(containers.Where().Node()); n > facts.TaskDefinitionBytes {
			p.Reportf(containers, "the texts in the containers alone have %d bytes: the whole task definition may have %d", n, facts.TaskDefinitionBytes).
				Help("move long values to environment files, to Parameter Store or into the image").
				Note("%s", `AWS refuses it, and counts more than the texts: "`+tooLargeText("...")+`"`)
		}
	},
}

func tooLargeText(length string) string {
	return fmt.Sprintf("Actual length: '%s'. Max allowed length is '%d' bytes.", length, facts.TaskDefinitionBytes)
}

// textBytes is the length of all known texts. How AWS writes down the rest isn't known, so that counts for nothing.
func textBytes(n *syntax.Node) (sum int) {
	n.Walk(func(n *syntax.Node) bool {
		if n.Kind == syntax.String {
			sum += n.Text.Len()
		}
		return true
	})
	return sum
}
