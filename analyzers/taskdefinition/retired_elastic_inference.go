package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/rules"
)

const elasticInferenceText = "Unsupported field 'inferenceAccelerators'."

var retiredElasticInference = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "retired-elastic-inference",
		Title:     "The task definition asks for accelerators of Elastic Inference, which has ended",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-fargate-inference-accelerator"},
		AWSErrors: []string{elasticInferenceText},
		Unfit:     true,
		Sources: append([]string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-fargate-inference-accelerator",
		}, facts.ElasticInference.Origin.Sources...),
	},
	Run: func(p *analysis.Pass) {
		retired := facts.ElasticInference
		accelerators := p.TaskDefinition().InferenceAccelerators
		switch set := hasItems(accelerators); {
		case set.IsUnknown():
			p.Undecided(accelerators)
		case set.IsTrue():
			p.Reportf(accelerators, "the task definition asks for accelerators of %s, which has ended", retired.Name).
				Help(`remove "inferenceAccelerators"; use %s`, retired.Instead).
				Note("AWS refuses it: %q", elasticInferenceText)
		}
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			for _, r := range c.ResourceRequirements.Items {
				if kind, _ := r.Type.Get(); kind == "InferenceAccelerator" {
					p.Reportf(r.Type, "%s asks for an accelerator of %s, which has ended", containerLabel(c), retired.Name).
						Severity(rules.Warning). // AWS's answer to this member isn't known
						Help("remove it; use %s", retired.Instead)
				}
			}
		}
	},
}
