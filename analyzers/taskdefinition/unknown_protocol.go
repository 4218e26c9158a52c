package taskdefinition

import (
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/fix"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/rules"
)

var unknownProtocol = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "unknown-protocol",
		Title:    "The protocol of a port is neither tcp nor udp, so AWS takes it for tcp",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources:  []string{"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html"},
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			for _, m := range c.PortMappings.Items {
				checkProtocol(p, c, m)
			}
		}
	},
}

func checkProtocol(p *analysis.Pass, c ecs.ContainerDefinition, m ecs.PortMapping) {
	name, ok := m.Protocol.Get()
	if !p.Known(m.Protocol) || !ok || name == "tcp" || name == "udp" {
		return
	}
	lower := strings.ToLower(name)
	b := p.Reportf(m.Protocol, "protocol %q of a port of %s is taken for tcp: only tcp and udp, in lower case, are known", name, containerLabel(c))
	switch {
	case slices.Contains(overTCP, lower):
		b.Severity(rules.Info). // it comes out right
					Help(`write "tcp"`).
					Fix(diag.Fix{Message: `set "protocol" to tcp`, Safe: true, Edits: fix.Replace(m.Protocol, syntax.QuoteJSON("tcp"))})
	case lower == "udp":
		b.Help(`write "udp"`).
			Fix(diag.Fix{Message: "write it in lower case", Edits: fix.Replace(m.Protocol, syntax.QuoteJSON(lower))})
	default:
		b.Help(`write "tcp" or "udp"`)
	}
}

// overTCP are protocols for which tcp is what is meant.
var overTCP = []string{"tcp", "http", "http2", "https", "grpc", "tls"}
