package taskdefinition

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var invalidRoleArn = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "invalid-role-arn",
		Title:     "The ARN of the task role or the execution role isn't that of a role",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cfn-lint:E3511"},
		AWSErrors: []string{invalidRoleText},
		Sources: []string{
			"https://github.com/aws-samples/aws-modern-application-workshop/issues/9",
			"https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns",
		},
	},
	Run: func(p *analysis.Pass) {
		td := p.TaskDefinition()
		for _, role := range []namedByAccount{{"the execution role", td.ExecutionRoleArn}, {"the task role", td.TaskRoleArn}} {
			arn, _ := role.name.Get()
			// AWS completes a bare name: https://github.com/aws-actions/amazon-ecs-render-task-definition/issues/19
			if !p.Known(role.name) || !strings.HasPrefix(arn, "arn:") || roleArn.MatchString(arn) {
				continue
			}
			p.Reportf(role.name, "%s is %q, which %s", role.label, arn, whyNoRole(arn)).
				Help("write arn:aws:iam::ACCOUNT:role/NAME, or the name of the role alone").
				Note("%s", refusedRole)
		}
	},
}

// The account id has a rule of its own.
var roleArn = regexp.MustCompile(`^arn:[a-z-]+:iam::[^:]+:role/.`)

// whyNoRole says what is wrong with an ARN that isn't a role's.
func whyNoRole(arn string) string {
	const parts = 6 // arn, partition, service, region, account, resource
	part := strings.SplitN(arn, ":", parts)
	if len(part) < parts {
		return "isn't a whole ARN"
	}
	kind, name, _ := strings.Cut(part[parts-1], "/")
	switch {
	case part[2] != "iam":
		return fmt.Sprintf("is of service %q and not of IAM", part[2])
	case part[3] != "":
		return "names a region: roles have none"
	case part[4] == "":
		return "lacks the account id"
	case kind != "role":
		return fmt.Sprintf("names a thing of type %q and no role", kind)
	case name == "":
		return "lacks the name of the role"
	}
	return "isn't of the form of a role's ARN"
}
