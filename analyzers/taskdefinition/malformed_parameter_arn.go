package taskdefinition

import (
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var malformedParameterArn = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "malformed-parameter-arn",
		Title:    "The ARN of a parameter has no form that a parameter can have",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning, // documented; what AWS answers to it isn't known
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-ssm-paramstore.html",
			"https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html",
			"https://github.com/hashicorp/terraform-provider-aws/issues/2593",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			for _, s := range secretReferences(c) {
				reference, _ := s.from.Get()
				resource, ok := parameterResource(reference)
				if !p.Known(s.from) || !ok {
					continue
				}
				switch name, isParameter := strings.CutPrefix(resource, "parameter/"); {
				case !isParameter:
					p.Reportf(s.from, "%s: the ARN of a parameter goes on with parameter/NAME after the account id", s.label).
						Help("copy the ARN, as aws ssm get-parameter shows it")
				case strings.Contains(resource, "//"):
					p.Reportf(s.from, "%s: the ARN has two slashes in a row, and no parameter has such a name", s.label).
						Help("write one slash: the ARN of parameter /shop/db is ...:parameter/shop/db")
				case name == "":
					p.Reportf(s.from, "%s: the ARN ends before the name of the parameter", s.label).
						Help("add the name")
				}
			}
		}
	},
}

// parameterResource is what follows the account id in an ARN of Systems Manager; false for all else.
func parameterResource(reference string) (string, bool) {
	parts := strings.SplitN(reference, ":", 6)
	if len(parts) < 6 || parts[0] != "arn" || parts[2] != "ssm" {
		return "", false
	}
	return parts[5], true
}
