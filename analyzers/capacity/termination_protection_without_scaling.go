package capacity

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var terminationProtectionWithoutScaling = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "termination-protection-without-scaling",
		Title:    "Managed termination protection is on while managed scaling is off",
		Subject:  "capacity",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning, // documented; AWS's answer isn't known
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AutoScalingGroupProvider.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-termination-protection.html",
		},
	},
	Run: func(p *analysis.Pass) {
		provider := p.Object.CapacityProvider()
		if provider == nil {
			return
		}
		protection, scaling := provider.AutoScalingGroupProvider.ManagedTerminationProtection, provider.AutoScalingGroupProvider.ManagedScaling.Status
		on, _ := protection.Get()
		status, _ := scaling.Get()
		if !p.Known(protection, scaling) || on != "ENABLED" || status != "DISABLED" {
			return
		}
		p.Reportf(protection, "managed termination protection does nothing without managed scaling, which is DISABLED").
			Help(`set the "status" of "managedScaling" to ENABLED, or "managedTerminationProtection" to DISABLED`).
			Related(scaling, "managed scaling")
	},
}
