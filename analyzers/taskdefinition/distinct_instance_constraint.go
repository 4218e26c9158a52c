package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const distinctInstanceText = "constraint.type 'distinctInstance' is not supported."

var distinctInstanceConstraint = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:       "distinct-instance-constraint",
		Title:      "A task definition asks for distinct instances, which only a service or a run can",
		Subject:    "taskdefinition",
		Engine:     rules.Go,
		Category:   rules.Correctness,
		Severity:   rules.Error,
		Since:      "0.1.0",
		Supersedes: []string{"invalid-value"},
		AWSErrors:  []string{distinctInstanceText},
		Sources: []string{
			"https://github.com/aws-samples/aws-cdk-examples/issues/628",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinitionPlacementConstraint.html",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().PlacementConstraints.Items {
			if kind, _ := c.Type.Get(); kind == "distinctInstance" {
				p.Reportf(c.Type, "a task definition can't have a placement constraint of type %q: only memberOf", kind).
					Help("move it to the service, or to the call that runs the task").
					Note("AWS refuses it: %q", distinctInstanceText)
			}
		}
	},
}
