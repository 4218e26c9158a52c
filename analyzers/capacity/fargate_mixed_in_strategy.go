package capacity

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var fargateMixedInStrategy = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "fargate-mixed-in-strategy",
		Title:    "A strategy names capacity providers of Fargate beside others",
		Subject:  "capacity",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // documented; AWS's answer isn't known
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PutClusterCapacityProviders.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/capacity-launch-type-comparison.html",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, s := range strategiesOf(p.Object) {
			checkMixed(p, s)
		}
	},
}

func checkMixed(p *analysis.Pass, s strategy) {
	var fargate, other *strategyItem
	for i, item := range s.items {
		switch isOfFargate(p.Project, item.provider) {
		case value.True:
			fargate = &s.items[i]
		case value.False:
			other = &s.items[i]
		}
	}
	if fargate == nil || other == nil {
		return
	}
	p.Reportf(s, "the strategy mixes capacity providers of Fargate with others: all have to be of one kind").
		Help("use either FARGATE and FARGATE_SPOT, or capacity providers of your own").
		Related(fargate.provider, "of Fargate").
		Related(other.provider, "not of Fargate")
}

// isOfFargate tells one of the two capacity providers that every account has.
func isOfFargate(project *ecs.Project, provider value.Value[string]) value.Tri {
	if made := project.Referred(provider); made != nil && made.Type == ecs.TypeCapacityProvider {
		return value.False
	}
	if provider.Absent() {
		return value.Unknown
	}
	return provider.Test(func(name string) bool { return name == "FARGATE" || name == "FARGATE_SPOT" })
}
