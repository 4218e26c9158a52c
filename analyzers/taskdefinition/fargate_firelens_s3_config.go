package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var fargateFirelensS3Config = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "fargate-firelens-s3-config",
		Title:     "The log router of a task on Fargate reads its configuration from S3",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Warning, // documented; the text is known from an emulator that quotes AWS
		Since:     "0.1.0",
		AWSErrors: []string{"Fargate launch type does not support FirelensConfiguration config file from 's3'"},
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_FirelensConfiguration.html",
			"https://github.com/aws/aws-sdk/issues/311",
		},
	},
	Run: func(p *analysis.Pass) {
		fargate := askFargate(p)
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			switch inS3 := configFileIn(c.FirelensConfiguration, "s3"); {
			case inS3.IsFalse() || !fargate.applies():
			case inS3.IsUnknown():
				p.Undecided(c.FirelensConfiguration.Options.Get(configFileType))
			default:
				p.Reportf(c.FirelensConfiguration.Options.Get(configFileType),
					"%s takes the log router's configuration from S3, and Fargate takes it only from a file of the image; %s", containerLabel(c), fargate.because).
					Help(`put the file into an image of your own, and set "config-file-type" to "file"`)
			}
		}
	},
}
