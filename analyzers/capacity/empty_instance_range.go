package capacity

import (
	"strconv"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var emptyInstanceRange = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "empty-instance-range",
		Title:    "A requirement of Managed Instances has a minimum above its maximum",
		Subject:  "capacity",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Error,
		Since:    "0.1.0",
		Sources: []string{
			"proof: no instance has as much as the minimum and as little as the maximum",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_InstanceRequirementsRequest.html",
		},
	},
	Run: func(p *analysis.Pass) {
		requirements, ok := requirementsOf(p.Object)
		if !ok {
			return
		}
		for _, name := range instanceRanges {
			of := requirements.Child(name)
			least, most := value.Float(of, "min"), value.Float(of, "max")
			from, hasFrom := least.Get()
			to, hasTo := most.Get()
			if p.Known(least, most) && hasFrom && hasTo && from > to {
				p.Reportf(least, "%q asks for at least %s and at most %s, which no instance has", name, plain(from), plain(to)).
					Help("swap the two numbers, or remove the maximum").
					Related(most, "the maximum")
			}
		}
	},
}

// instanceRanges are the members of the requirements that have a minimum and a maximum.
var instanceRanges = []string{
	"acceleratorCount", "acceleratorTotalMemoryMiB", "baselineEbsBandwidthMbps", "memoryGiBPerVCpu", "memoryMiB",
	"networkBandwidthGbps", "networkInterfaceCount", "totalLocalStorageGB", "vCpuCount",
}

func plain(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }
