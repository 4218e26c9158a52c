package service

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/rules"
)

const (
	tooManyAliasesText = "%d clientAliases exceeds the max limit of 1"
	noAliasText        = "clientAliases must have 1 element."
)

var notOneClientAlias = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "not-one-client-alias",
		Title:    "A service of Service Connect doesn't have exactly one client alias",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Error,
		Since:    "0.1.0",
		Aliases:  []string{"cdk-preflight:ecs-svc-connect-client-aliases-max"},
		AWSErrors: []string{
			"2 clientAliases exceeds the max limit of 1",
			noAliasText,
		},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-svc-connect-client-aliases-max",
			"https://github.com/hashicorp/terraform-provider-aws/issues/44027",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectService.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		for _, service := range p.Service().ServiceConnectConfiguration.Services.Items {
			aliases := service.ClientAliases
			if n := len(analysis.KnownItems(aliases)); n > facts.ClientAliasesPerService {
				p.Reportf(aliases, "%d client aliases: a service of Service Connect has exactly %d", n, facts.ClientAliasesPerService).
					Help("keep one; another service of the list can have another port").
					Note("%s", refusedWith(fmt.Sprintf(tooManyAliasesText, n)))
			}
			if p.Known(service.Object, aliases) && aliases.Absent() {
				p.Reportf(service, "a service of Service Connect has no client alias: it needs exactly %d", facts.ClientAliasesPerService).
					Help(`add "clientAliases": [{"port": 80}] with the port that clients use; a service that is only a client needs no "services"`).
					Note("%s", refusedWith(noAliasText))
			}
		}
	}),
}
