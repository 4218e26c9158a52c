package capacity

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

var allowedAndExcludedInstanceTypes = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "allowed-and-excluded-instance-types",
		Title:    "Managed Instances are given both instance types that are allowed and some that are excluded",
		Subject:  "capacity",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // documented; AWS's answer isn't known
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_InstanceRequirementsRequest.html",
			"https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceRequirementsRequest.html",
		},
	},
	Run: func(p *analysis.Pass) {
		requirements, ok := requirementsOf(p.Object)
		if !ok {
			return
		}
		allowed, excluded := requirements.AllowedInstanceTypes, requirements.ExcludedInstanceTypes
		if len(allowed.Items) == 0 || len(excluded.Items) == 0 {
			return
		}
		p.Reportf(excluded, "instance types are excluded beside those that are allowed: only one of the two lists can be given").
			Help(`remove "excludedInstanceTypes" or "allowedInstanceTypes"`).
			Related(allowed, "the allowed ones")
	},
}

// requirementsOf is what a capacity provider asks of Managed Instances; false for other objects.
func requirementsOf(o *ecs.Object) (ecs.InstanceRequirementsRequest, bool) {
	provider := o.CapacityProvider()
	if provider == nil {
		return ecs.InstanceRequirementsRequest{}, false
	}
	return provider.ManagedInstancesProvider.InstanceLaunchTemplate.InstanceRequirements, true
}
