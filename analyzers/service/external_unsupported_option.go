package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var externalUnsupportedOption = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "external-unsupported-option",
		Title:    "A service on ECS Anywhere has what its instances don't support",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Unfit:    true,
		Sources:  []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-anywhere.html"},
	},
	Run: onInput(func(p *analysis.Pass) {
		w, b := launched(p), balancedOf(p)
		if !p.Known(w.LaunchType) || !is(w.LaunchType, string(ecs.External)) {
			return
		}
		check := func(at value.Located, used bool, what string) {
			if used {
				p.Reportf(at, "the %s has %s, which launch type EXTERNAL doesn't support", w.Kind, what).
					Help("remove it").
					Related(w.LaunchType, "the launch type")
			}
		}
		check(b.loadBalancers, hasItems(b.loadBalancers), "load balancers")
		check(b.serviceRegistries, hasItems(b.serviceRegistries), "service discovery")
		check(w.NetworkConfiguration, isThere(w.NetworkConfiguration.Object), "a network configuration")
		if s := p.Service(); s != nil {
			check(s.ServiceConnectConfiguration, isTrue(s.ServiceConnectConfiguration.Enabled), "Service Connect")
			check(s.VolumeConfigurations, hasItems(s.VolumeConfigurations), "EBS volumes")
			check(s.VpcLatticeConfigurations, hasItems(s.VpcLatticeConfigurations), "VPC Lattice")
		}
	}),
}
