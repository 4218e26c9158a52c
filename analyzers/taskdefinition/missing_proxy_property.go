package taskdefinition

import (
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

const ingressPortText = "Ingress port not found"

var missingProxyProperty = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "missing-proxy-property",
		Title:     "The proxy configuration lacks a property that App Mesh needs",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-proxy-configuration-missing-required-props"},
		AWSErrors: []string{ingressPortText},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-proxy-configuration-missing-required-props",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ProxyConfiguration.html",
		},
	},
	Run: func(p *analysis.Pass) {
		proxy, ok := appMeshProxy(p)
		if !ok {
			return
		}
		given, complete := proxyProperties(p, proxy)
		if !complete {
			return
		}
		var missing []string
		for _, needed := range [][]string{{ingressPort}, {"ProxyEgressPort"}, {"AppPorts"}, {"IgnoredUID", "IgnoredGID"}} {
			if !hasAny(given, needed) {
				missing = append(missing, strings.Join(needed, " or "))
			}
		}
		if len(missing) == 0 {
			return
		}
		list := strings.Join(missing, ", ")
		b := p.Reportf(proxy.Properties, "the proxy configuration lacks %s", list).Help("add %s", list)
		if given[ingressPort] {
			b.Severity(rules.Warning).Note("AWS documents this; what it answers isn't known.")
			return
		}
		b.Note("AWS refuses it: %q", ingressPortText)
	},
}

const ingressPort = "ProxyIngressPort"

// proxyProperties are the names that are given; false where not all can be known.
func proxyProperties(p *analysis.Pass, proxy ecs.ProxyConfiguration) (given map[string]bool, complete bool) {
	if !p.Known(proxy.Properties) {
		return nil, false
	}
	given = map[string]bool{}
	for _, property := range proxy.Properties.Items {
		if !p.Known(property.Name) {
			return nil, false
		}
		name, _ := property.Name.Get()
		given[name] = true
	}
	return given, true
}

func hasAny(given map[string]bool, names []string) bool {
	for _, name := range names {
		if given[name] {
			return true
		}
	}
	return false
}
