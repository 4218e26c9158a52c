package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var ebsVolumeOutOfRange = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "ebs-volume-out-of-range",
		Title:    "The size, the IOPS or the throughput of an EBS volume is beyond what its type has",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources:  facts.EBSVolumeTypesOrigin.Sources,
	},
	Run: onInput(func(p *analysis.Pass) {
		for _, config := range p.Service().VolumeConfigurations.Items {
			v := config.ManagedEBSVolume
			kind, ok := volumeTypeOf(v)
			if !p.Known(v) || !ok {
				continue
			}
			checkVolumeBounds(p, v.SizeInGiB, &kind.Size, "a size", "GiB", kind.Name)
			checkVolumeBounds(p, v.Iops, kind.IOPS, "a performance", "IOPS", kind.Name)
			checkVolumeBounds(p, v.Throughput, kind.Throughput, "a throughput", "MiB/s", kind.Name)
		}
	}),
}

func checkVolumeBounds(p *analysis.Pass, v value.Value[int64], bounds *facts.Bounds, what, unit, kind string) {
	n, ok := v.Get()
	if !p.Known(v) || !ok || bounds == nil || n >= bounds.Least && n <= bounds.Most {
		return
	}
	p.Reportf(v, "an EBS volume of type %s has %s of %d %s: it must be %d to %d", kind, what, n, unit, bounds.Least, bounds.Most).
		Help("use a number in that range, or another volume type")
}
