package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var ebsThroughputOfAnotherType = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "ebs-throughput-of-another-type",
		Title:     "An EBS volume has a throughput that its type can't be given",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-svc-ebs-throughput-non-gp3"},
		AWSErrors: []string{ebsCombinationText},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-svc-ebs-throughput-non-gp3",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceManagedEBSVolumeConfiguration.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		for _, config := range p.Service().VolumeConfigurations.Items {
			v := config.ManagedEBSVolume
			kind, ok := volumeTypeOf(v)
			throughput, has := v.Throughput.Get()
			if !p.Known(v, v.Throughput) || !ok || !has || kind.Throughput != nil {
				continue
			}
			p.Reportf(v.Throughput, "an EBS volume of type %s has a throughput of %d MiB/s: only gp3 can be given one", kind.Name, throughput).
				Help(`remove "throughput", or use "volumeType": "gp3"`).
				Note("%s", refusedWith(ebsCombinationText))
		}
	}),
}
