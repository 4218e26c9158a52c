package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var ebsOptionWithoutBase = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "ebs-option-without-base",
		Title:    "An EBS volume has an option without what it is for",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceManagedEBSVolumeConfiguration.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ebs-volumes.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		for _, config := range p.Service().VolumeConfigurations.Items {
			v := config.ManagedEBSVolume
			encrypted, isSure := v.Encrypted.Or(false)
			if isSet(v.KmsKeyId) && p.Known(v.Encrypted) && isSure && !encrypted {
				p.Reportf(v.KmsKeyId, "an EBS volume names a KMS key, but isn't encrypted").
					Help(`add "encrypted": true`).
					Related(v.Encrypted, "the encryption")
			}
			if isSet(v.VolumeInitializationRate) && p.Known(v.SnapshotId) && v.SnapshotId.Absent() {
				p.Reportf(v.VolumeInitializationRate, "an EBS volume has an initialization rate, but is made from no snapshot").
					Help(`remove "volumeInitializationRate", or add "snapshotId"`)
			}
		}
	}),
}
