package taskdefinition

import (
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

const invalidArnText = "Invalid arn syntax."

var malformedS3Arn = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:       "malformed-s3-arn",
		Title:      "A file in S3 isn't named by the ARN of an object",
		Subject:    "taskdefinition",
		Engine:     rules.Go,
		Category:   rules.Correctness,
		Severity:   rules.Error,
		Since:      "0.1.0",
		Aliases:    []string{"cdk-preflight:ecs-environment-files-type"},
		AWSErrors:  []string{invalidArnText},
		Supersedes: []string{"environment-file-suffix"},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-environment-files-type",
			"https://github.com/aws/aws-sdk/issues/311",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EnvironmentFile.html",
			"proof: a file is an object in a bucket, so what names a bucket alone, or a thing of another service, is none",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			for _, f := range c.EnvironmentFiles.Items {
				checkS3Arn(p, "an environment file of "+containerLabel(c), f.Value)
			}
			options := c.FirelensConfiguration.Options
			if configFileIn(c.FirelensConfiguration, "s3").IsTrue() {
				checkS3Arn(p, "the log router's configuration of "+containerLabel(c), options.Get(configFileValue))
			}
		}
	},
}

func checkS3Arn(p *analysis.Pass, file string, arn value.Value[string]) {
	text, set := arn.Get()
	if !p.Known(arn) || !set {
		return
	}
	const parts = 6 // arn, partition, service, region, account, resource
	const form = "arn:aws:s3:::BUCKET/KEY"
	switch part := strings.SplitN(text, ":", parts); {
	case len(part) < parts || part[0] != "arn":
		p.Reportf(arn, "%s is named by %q, which is no ARN", file, text).
			Help("write %s", s3Form(text, form)).
			Note("AWS refuses it: %q", invalidArnText)
	case part[2] != "s3":
		p.Reportf(arn, "%s is named by %q, which is of service %q and not of S3", file, text, part[2]).
			Help("write %s", form)
	case !strings.Contains(part[parts-1], "/"):
		p.Reportf(arn, "%s is named by %q, which is a bucket and no object in it", file, text).
			Help("write %s", form)
	}
}

// s3Form is the ARN of what an address of S3 names; else the general form.
func s3Form(address, form string) string {
	if object, ok := strings.CutPrefix(address, "s3://"); ok {
		return "arn:aws:s3:::" + object
	}
	return form
}
