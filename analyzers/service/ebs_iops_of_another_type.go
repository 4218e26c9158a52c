package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/rules"
)

const ebsCombinationText = "ECS managed EBS volume configuration was invalid (InvalidParameterCombination)"

var ebsIopsOfAnotherType = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "ebs-iops-of-another-type",
		Title:     "The type of an EBS volume and its IOPS don't go together",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-svc-ebs-iops-unsupported-type"},
		AWSErrors: []string{ebsCombinationText},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-svc-ebs-iops-unsupported-type",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceManagedEBSVolumeConfiguration.html",
			"https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVolume.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		for _, config := range p.Service().VolumeConfigurations.Items {
			v := config.ManagedEBSVolume
			kind, ok := volumeTypeOf(v)
			if !p.Known(v, v.Iops) || !ok {
				continue
			}
			switch iops, has := v.Iops.Get(); {
			case has && kind.IOPS == nil:
				p.Reportf(v.Iops, "an EBS volume of type %s has %d IOPS: only gp3, io1 and io2 can be given them", kind.Name, iops).
					Help(`remove "iops", or use another "volumeType"`).
					Note("%s", refusedWith(ebsCombinationText))
			case !has && kind.NeedsIOPS:
				p.Reportf(v.VolumeType, "an EBS volume of type %s has no IOPS, which this type needs", kind.Name).
					Help(`add "iops", or use gp3, which has 3000 without`).
					Severity(rules.Warning)
			}
		}
	}),
}

// volumeTypeOf is false for types that aren't known.
func volumeTypeOf(v ecs.ServiceManagedEBSVolumeConfiguration) (facts.EBSVolumeType, bool) {
	name, ok := v.VolumeType.Or(facts.EBSVolumeTypeDefault)
	for _, kind := range facts.EBSVolumeTypes {
		if ok && kind.Name == name {
			return kind, true
		}
	}
	return facts.EBSVolumeType{}, false
}
