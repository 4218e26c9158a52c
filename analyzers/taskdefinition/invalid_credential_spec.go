package taskdefinition

import (
	"regexp"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var invalidCredentialSpec = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "invalid-credential-spec",
		Title:    "A credential specification is not in the form that ECS reads",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // documented; AWS's answer isn't known
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-linux-gmsa.html",
			"https://github.com/aws/amazon-ecs-agent/tree/master/agent/taskresource/credentialspec",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			for _, spec := range c.CredentialSpecs.Items {
				checkCredentialSpec(p, c, spec)
			}
		}
	},
}

// credentialSpec also has the form of a file on the host, which the agent reads though no page names it.
var credentialSpec = regexp.MustCompile(`^credentialspec(domainless)?:(arn:[a-z-]+:(ssm|s3):|file://)`)

func checkCredentialSpec(p *analysis.Pass, c ecs.ContainerDefinition, spec value.Value[string]) {
	text, ok := spec.Get()
	if !p.Known(spec) || !ok || text == "" {
		return
	}
	form := credentialSpec.FindStringSubmatch(text)
	if form == nil {
		p.Reportf(spec, "a credential specification of %s is neither credentialspec:ARN nor credentialspecdomainless:ARN, with the ARN of a parameter or an S3 object",
			containerLabel(c)).
			Help(`write it as in "credentialspecdomainless:arn:aws:ssm:eu-central-1:123456789012:parameter/gmsa"`)
		return
	}
	because, onFargate := p.Project.Platforms(p.Object).Requires(ecs.Fargate)
	if form[1] == "" && onFargate.IsTrue() && runsWindows(p.TaskDefinition()).IsFalse() {
		p.Reportf(spec, "a credential specification of %s needs a host that has joined the domain, and Fargate has none; %s", containerLabel(c), because).
			Help(`use "credentialspecdomainless:" with a specification that names the secret of a domain user`)
	}
}
