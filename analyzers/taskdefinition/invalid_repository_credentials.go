package taskdefinition

import (
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

var invalidRepositoryCredentials = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "invalid-repository-credentials",
		Title:    "The credentials for a registry are no secret, or of no use for the image",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // documented; AWS's answer isn't known
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/private-auth.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RepositoryCredentials.html",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			checkRepositoryCredentials(p, c)
		}
	},
}

func checkRepositoryCredentials(p *analysis.Pass, c ecs.ContainerDefinition) {
	parameter := c.RepositoryCredentials.CredentialsParameter
	text, ok := parameter.Get()
	if !p.Known(parameter) || !ok {
		return
	}
	image, _ := c.Image.Get()
	switch _, isSecret := secretsManagerResource(text); {
	case strings.HasPrefix(text, "arn:") && !isSecret:
		p.Reportf(parameter, "the registry credentials of %s are no secret of Secrets Manager, the only place that ECS reads them from", containerLabel(c)).
			Help("store user name and password in a secret, and write its ARN")
	case p.Known(c.Image) && ecs.InPrivateECR(image):
		p.Reportf(parameter, "%s has registry credentials, but its image is in ECR, which the execution role opens", containerLabel(c)).
			Help(`remove "repositoryCredentials"`).
			Related(c.Image, "the image")
	}
}
