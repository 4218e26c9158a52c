package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const addressRecordText = "serviceRegistries value is configured to use a type 'A' DNS record, which is not supported when specifying 'host' or 'bridge' for networkMode"

var registryWithAddressRecords = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "registry-with-address-records",
		Title:     "A service registry has A records for tasks that share the network of their instance",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{addressRecordText},
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceRegistry.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-discovery.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		mode, td, ok := sharesHostNetwork(p)
		if !ok {
			return
		}
		for _, r := range balancedOf(p).serviceRegistries.Items {
			made := p.Project.Referred(r.RegistryArn)
			discovery := made.DiscoveryService()
			if discovery == nil || !discovery.HasRecord("A").IsTrue() || !discovery.HasRecord("SRV").IsFalse() {
				continue
			}
			p.Reportf(r.RegistryArn, "service registry %s has records of type A, but network mode %s needs SRV", made.Origin.ID, mode).
				Help("give %s DNS records of type SRV", made.Origin.ID).
				Related(discovery.Records, "the DNS records").
				Related(td.NetworkMode, "the network mode").
				Note("%s", refusedWith(addressRecordText))
		}
	}),
}
