package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const noGPUText = "Tasks using the Fargate launch type do not support GPU resource requirements"

var fargateGpu = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "fargate-gpu",
		Title:     "A container asks for a GPU, which Fargate refuses",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-fargate-gpu-resource"},
		AWSErrors: []string{noGPUText},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-fargate-gpu-resource",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-gpu.html",
		},
	},
	Run: func(p *analysis.Pass) {
		fargate := askFargate(p)
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			for _, r := range c.ResourceRequirements.Items {
				gpu := r.Type.Test(func(kind string) bool { return kind == "GPU" })
				fargate.refuse(r.Type, gpu, noGPUText,
					"run the task on EC2 or on Managed Instances, or remove the requirement",
					"%s asks for a GPU, which Fargate doesn't have", containerLabel(c))
			}
		}
	},
}
