package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const noConstraintsText = "Fargate compatible task definitions do not support constraints"

var fargatePlacementConstraints = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "fargate-placement-constraints",
		Title:     "The task definition has placement constraints, which Fargate refuses",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cfn-lint:E3048", "cdk-preflight:ecs-fargate-placement-constraints"},
		AWSErrors: []string{noConstraintsText},
		Unfit:     true,
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-fargate-placement-constraints",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinitionPlacementConstraint.html",
		},
	},
	Run: func(p *analysis.Pass) {
		constraints := p.TaskDefinition().PlacementConstraints
		askFargate(p).refuse(constraints, hasItems(constraints), noConstraintsText,
			`remove "placementConstraints"; the subnets of the service decide about the Availability Zones`,
			"the task definition has placement constraints, which Fargate refuses")
	},
}
