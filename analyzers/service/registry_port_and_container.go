package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

const portAndContainerText = "Specify a value for either 'port' or the 'containerName' and 'containerPort' combination, but not both"

var registryPortAndContainer = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "registry-port-and-container",
		Title:     "A service registry has a port beside a container",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{portAndContainerText},
		Sources: []string{
			"https://github.com/trussworks/terraform-aws-ecs-service/issues/344",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceRegistry.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		for _, r := range balancedOf(p).serviceRegistries.Items {
			if p.Known(r.Port, r.ContainerName, r.ContainerPort) && above0(r.Port) && (isSet(r.ContainerName) || above0(r.ContainerPort)) {
				p.Reportf(r.Port, "the service registry has a port beside a container: only one of them can be given").
					Help(`keep "port", or "containerName" with "containerPort"`).
					Related(r.ContainerName, "the container").
					Note("%s", refusedWith(portAndContainerText))
			}
		}
	}),
}

// above0 leaves out 0: skeletons write it for what isn't set.
func above0(v value.Value[int64]) bool {
	n, _ := v.Get()
	return n > 0
}
