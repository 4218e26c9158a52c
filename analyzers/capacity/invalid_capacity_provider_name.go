package capacity

import (
	"regexp"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const providerNameText = `The specified capacity provider name is invalid. Up to 255 characters are allowed, including letters (upper and lowercase), numbers, underscores, and hyphens. The name cannot be prefixed with "aws", "ecs", or "fargate".`

var invalidCapacityProviderName = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "invalid-capacity-provider-name",
		Title:     "A capacity provider has a name that AWS refuses",
		Subject:   "capacity",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-cp-name-reserved-prefix"},
		AWSErrors: []string{providerNameText},
		Sources: []string{
			"https://github.com/aws-samples/aws-cdk-examples/issues/628",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCapacityProvider.html",
		},
	},
	Run: func(p *analysis.Pass) {
		provider := p.Object.CapacityProvider()
		if provider == nil || p.Object.Operation != "CreateCapacityProvider" || p.Object.Output {
			return // FARGATE stands in saved output
		}
		name, ok := provider.Name.Get()
		prefix := reservedPrefix.FindString(name)
		switch {
		case !p.Known(provider.Name) || !ok:
		case !providerName.MatchString(name):
			p.Reportf(provider.Name, "the capacity provider name %q is not allowed: it has up to 255 letters, digits, _ and -", name).
				Help("rename it").
				Note("AWS refuses it: %q", providerNameText)
		case prefix != "":
			p.Reportf(provider.Name, "the capacity provider name %q begins with %q, which is reserved", name, prefix).
				Help("rename it: aws, ecs and fargate can't begin the name").
				Note("AWS refuses it: %q", providerNameText)
		}
	},
}

var (
	providerName   = regexp.MustCompile(`^[A-Za-z0-9_-]{1,255}$`)
	reservedPrefix = regexp.MustCompile(`^(aws|ecs|fargate)`)
)
