package launch

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/workload"
	"github.com/ecslint/ecslint/rules"
)

const noSubnetsText = "subnets can not be empty."

var noSubnets = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "no-subnets",
		Title:     "A network configuration has an empty list of subnets",
		Subject:   "launch",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{noSubnetsText},
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html",
			"https://github.com/getmoto/moto",
			"model: Scheduler's AwsVpcConfiguration.Subnets has at least 1 item",
		},
	},
	Run: each(func(p *analysis.Pass, w workload.Workload) {
		subnets := w.NetworkConfiguration.AwsvpcConfiguration.Subnets
		written := subnets.Where().Node()
		if written == nil || written.Kind != syntax.Array || !subnets.Absent() {
			return // missing-key speaks of a configuration without a list
		}
		if p.Object.Given == ecs.InFile {
			return // what reads the file may complete it
		}
		b := p.Reportf(subnets, "the list of subnets is empty: the tasks need at least one").
			Help(`name the subnets of the tasks in "subnets"`)
		if p.Object.Type == ecs.TypeSchedule {
			b.Note("The Scheduler's API demands at least one.")
		} else {
			b.Note("%s", workload.Refusal(p.Object, noSubnetsText))
		}
	}),
}
