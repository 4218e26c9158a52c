package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const noSubnetsText = "subnets can not be empty."

var noSubnets = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:       "no-subnets",
		Title:      "A network configuration has an empty list of subnets",
		Subject:    "service",
		Engine:     rules.Go,
		Category:   rules.Correctness,
		Severity:   rules.Error,
		Since:      "0.1.0",
		AWSErrors:  []string{noSubnetsText},
		Supersedes: []string{"missing-key"},
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html",
			"https://github.com/getmoto/moto",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		subnets := launched(p).NetworkConfiguration.AwsvpcConfiguration.Subnets
		if mayBeCompleted(p) || subnets.Where().Node() == nil || !subnets.Absent() {
			return // missing-key speaks of a configuration without the key
		}
		p.Reportf(subnets, "the list of subnets is empty: the tasks need at least one").
			Help(`name the subnets of the tasks in "subnets"`).
			Note("%s", refusedWith(noSubnetsText))
	}),
}
