package taskdefinition

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const arnFormatText = "unexpected ARN format with parameters when trying to retrieve ASM secret"

var malformedSecretArn = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "malformed-secret-arn",
		Title:     "The ARN of a secret has the wrong number of parts",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{arnFormatText},
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html",
			"https://github.com/aws/amazon-ecs-agent/blob/master/agent/taskresource/asmsecret/asmsecret.go",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			for _, s := range secretReferences(c) {
				reference, _ := s.from.Get()
				resource, ok := secretsManagerResource(reference)
				if !p.Known(s.from) || !ok || len(resource) == wholeSecret || len(resource) == partOfSecret {
					continue
				}
				p.Reportf(s.from, "%s: %s", s.label, wrongParts(resource)).
					Help("write secret:NAME for the whole secret, or secret:NAME:KEY:: for one key of its JSON").
					Note("The task can't start: %q", arnFormatText)
			}
		}
	},
}

// Numbers of the parts of an ARN's resource.
const (
	wholeSecret  = 2 // secret:NAME
	partOfSecret = 5 // secret:NAME:KEY:STAGE:VERSION, each of the last three may be empty
)

func wrongParts(resource []string) string {
	if resource[0] != "secret" || len(resource) < wholeSecret {
		return "the ARN of a secret goes on with secret:NAME after the account id"
	}
	return fmt.Sprintf("the number of colons after the secret's name in its ARN is %d, and has to be 0 or 3", len(resource)-wholeSecret)
}
