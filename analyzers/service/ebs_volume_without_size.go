package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const ebsMissingText = "ECS managed EBS volume configuration was invalid (MissingParameter)"

var ebsVolumeWithoutSize = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "ebs-volume-without-size",
		Title:     "An EBS volume has neither a size nor a snapshot",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-svc-ebs-volume-without-size-or-snapshot"},
		AWSErrors: []string{ebsMissingText},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-svc-ebs-volume-without-size-or-snapshot",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceManagedEBSVolumeConfiguration.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		for _, config := range p.Service().VolumeConfigurations.Items {
			v := config.ManagedEBSVolume
			if v.Absent() || !p.Known(v, v.SizeInGiB, v.SnapshotId) || !v.SizeInGiB.Absent() || !v.SnapshotId.Absent() {
				continue
			}
			p.Reportf(v, "an EBS volume has neither a size nor a snapshot that it is made from").
				Help(`add "sizeInGiB" or "snapshotId"`).
				Note("%s", refusedWith(ebsMissingText))
		}
	}),
}
