package service

import (
	"regexp"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

const invalidAliasText = "The DNS name that you provided is invalid"

var aliasName = regexp.MustCompile(`^[A-Za-z0-9_.][A-Za-z0-9_.-]*$`)

var invalidClientAliasName = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "invalid-client-alias-name",
		Title:     "The DNS name of a client alias can't be one",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-svc-connect-client-alias-dns-name"},
		AWSErrors: []string{invalidAliasText},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-svc-connect-client-alias-dns-name",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectClientAlias.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		for _, service := range p.Service().ServiceConnectConfiguration.Services.Items {
			for _, alias := range service.ClientAliases.Items {
				checkAliasName(p, alias.DnsName)
			}
		}
	}),
}

func checkAliasName(p *analysis.Pass, dnsName value.Value[string]) {
	name, ok := dnsName.Get()
	if !p.Known(dnsName) || !ok {
		return
	}
	switch {
	case !aliasName.MatchString(name):
		p.Reportf(dnsName, "%q is no DNS name: it has only lower-case letters, digits, underscores, hyphens and periods, and begins without a hyphen", name).
			Help("use a name as in shop or shop.internal").
			Note("%s", refusedWith(invalidAliasText))
	case len(name) > facts.ClientAliasNameLength:
		p.Reportf(dnsName, "a DNS name has %d characters: at most %d", len(name), facts.ClientAliasNameLength).
			Help("shorten it").
			Note("%s", refusedWith(invalidAliasText))
	case strings.ToLower(name) != name:
		p.Reportf(dnsName, "%q has upper-case letters, which AWS doesn't list for the DNS name of a client alias", name).
			Severity(rules.Warning).
			Help("use %q", strings.ToLower(name))
	}
}
