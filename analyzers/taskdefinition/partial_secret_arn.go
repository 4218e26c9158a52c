package taskdefinition

import (
	"regexp"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var partialSecretArn = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "partial-secret-arn",
		Title:    "The ARN of a secret lacks the six characters at its end",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html",
			"https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html#ARN_secretnamehyphen",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			for _, s := range secretReferences(c) {
				reference, _ := s.from.Get()
				resource, ok := secretsManagerResource(reference)
				if !p.Known(s.from) || !ok || len(resource) < 2 || resource[0] != "secret" || randomEnd.MatchString(resource[1]) {
					continue
				}
				p.Reportf(s.from, "%s: the ARN ends without the hyphen and six characters that Secrets Manager gave it", s.label).
					Help("write the whole ARN, as aws secretsmanager describe-secret shows it").
					Note("A partial ARN is looked up by the name. Where that itself ends in a hyphen and six characters, it isn't found; " +
						"an IAM policy that names the whole ARN doesn't cover the partial one.")
			}
		}
	},
}

// randomEnd is what Secrets Manager adds to a name.
var randomEnd = regexp.MustCompile(`-[A-Za-z0-9]{6}$`)
