package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

var ulimitSoftOverHard = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "ulimit-soft-over-hard",
		Title:     "The soft limit of a ulimit is above its hard limit",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-ulimit-soft-over-hard"},
		AWSErrors: []string{"Soft limit exceeds hard limit for ulimit nofile"},
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Ulimit.html",
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-ulimit-soft-over-hard",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			for _, u := range c.Ulimits.Items {
				soft, softKnown := u.SoftLimit.Get()
				hard, hardKnown := u.HardLimit.Get()
				if !p.Known(u.SoftLimit, u.HardLimit) || !softKnown || !hardKnown || soft <= hard || hard == unlimited {
					continue
				}
				p.Reportf(u.SoftLimit, "%s: the soft limit %d%s is above the hard limit %d", containerLabel(c), soft, ofUlimit(u), hard).
					Help(`lower "softLimit" to %d, or raise "hardLimit"`, hard).
					Related(u.HardLimit, "the hard limit")
			}
		}
	},
}

// unlimited is how Docker writes a limit that there isn't.
const unlimited = -1

func ofUlimit(u ecs.Ulimit) string {
	if name, ok := u.Name.Get(); ok {
		return " of " + name
	}
	return ""
}
