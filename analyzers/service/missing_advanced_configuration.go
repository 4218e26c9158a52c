package service

import (
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var missingAdvancedConfiguration = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "missing-advanced-configuration",
		Title:    "A target group lacks what a deployment needs to shift its traffic",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AdvancedConfiguration.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-blue-green.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		s := p.Service()
		strategy, ok := s.DeploymentConfiguration.Strategy.Get()
		if !p.Known(s.DeploymentConfiguration.Strategy) || !ok || strategy == "ROLLING" {
			return
		}
		for _, lb := range s.LoadBalancers.Items {
			if !isSet(lb.TargetGroupArn) && p.Project.Referred(lb.TargetGroupArn) == nil {
				continue
			}
			if missing := missingForShift(lb.AdvancedConfiguration); len(missing) > 0 && p.Known(lb.AdvancedConfiguration) {
				at := value.Located(lb.AdvancedConfiguration)
				if lb.AdvancedConfiguration.Absent() {
					at = lb.TargetGroupArn
				}
				p.Reportf(at, "strategy %s shifts traffic between two target groups, but %s missing", strategy, strings.Join(missing, " and ")).
					Help(`complete "advancedConfiguration" of the load balancer`).
					Related(s.DeploymentConfiguration.Strategy, "the strategy")
			}
		}
	}),
}

func missingForShift(c ecs.AdvancedConfiguration) []string {
	if c.Absent() {
		return []string{`"advancedConfiguration" is`}
	}
	var missing []string
	for _, need := range []struct {
		name string
		v    value.Value[string]
	}{
		{"alternateTargetGroupArn", c.AlternateTargetGroupArn},
		{"productionListenerRule", c.ProductionListenerRule},
		{"roleArn", c.RoleArn},
	} {
		if need.v.Absent() {
			missing = append(missing, `"`+need.name+`"`)
		}
	}
	if len(missing) > 0 {
		verb := " is"
		if len(missing) > 1 {
			verb = " are"
		}
		missing[len(missing)-1] += verb
	}
	return missing
}
