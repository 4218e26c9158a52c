package schema

import (
	"strings"

	"github.com/ecslint/ecslint/rules"
	"github.com/ecslint/ecslint/schemas"
)

const (
	unknownKey    = "unknown-key"
	wrongType     = "wrong-type"
	missingKey    = "missing-key"
	invalidValue  = "invalid-value"
	outOfRange    = "out-of-range"
	outputOnlyKey = "output-only-key"
)

const (
	cliValidation = "https://github.com/boto/botocore/blob/develop/botocore/validate.py"
	deployAction  = "https://github.com/aws-actions/amazon-ecs-deploy-task-definition/blob/master/index.js"
	apiModelV1    = "https://github.com/aws/aws-sdk-go/blob/v1.55.8/models/apis/ecs/2014-11-13/api-2.json"
)

// Rules are the rules of this package. All six read every object that has a schema.
func Rules() []*rules.Rule {
	unknown := schemaRule(unknownKey, "The AWS API has no such key", rules.Warning, []string{"Unknown parameter in"}, cliValidation)
	unknown.Unfit = true
	return []*rules.Rule{
		unknown,
		schemaRule(wrongType, "A value is of another type than the AWS API takes", rules.Error, []string{"Invalid type for parameter"}, cliValidation),
		schemaRule(missingKey, "A key that the AWS API requires is missing", rules.Error, []string{"Missing required parameter in"}, cliValidation),
		schemaRule(invalidValue, "A value is none of those that the AWS API knows", rules.Error, nil),
		schemaRule(outOfRange, "A number, a length or a count is beyond what AWS takes", rules.Error,
			[]string{"Invalid 'containerPort' setting for container 'web'."}, apiModelV1, "https://github.com/aws/aws-cdk/issues/8762"),
		schemaRule(outputOnlyKey, "Keys that only AWS writes stand in an input", rules.Warning,
			[]string{`Unknown parameter in input: "taskDefinitionArn", must be one of`}, cliValidation, deployAction),
	}
}

// schemaRule is a rule of this package; awsErrors begin what the AWS CLI says, or are what AWS answers.
func schemaRule(name, title string, severity rules.Severity, awsErrors []string, sources ...string) *rules.Rule {
	var all []string
	for _, m := range schemas.Models() {
		all = append(all, "model: "+strings.TrimPrefix(m.Module, "github.com/aws/")+" "+m.Version+" ("+m.Date+")")
	}
	return &rules.Rule{
		Name: name, Title: title, Subject: "object", Engine: rules.Schema, Category: rules.Correctness, Severity: severity,
		Since: "0.1.0", AWSErrors: awsErrors, Sources: append(all, sources...),
	}
}
