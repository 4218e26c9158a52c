package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

const (
	noLinksText              = "Links are not supported when networkMode=awsvpc"
	noHostnameText           = "hostname is not supported on container when networkMode=awsvpc"
	noExtraHostsText         = "Extra hosts are not supported on container when networkMode=awsvpc"
	noDNSServersText         = "DNS servers are not supported on container when networkMode=awsvpc"
	noDisabledNetworkingText = "Disable Networking is not supported on container when networkMode=awsvpc"
)

var awsvpcUnsupportedField = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "awsvpc-unsupported-field",
		Title:    "A container sets what network mode awsvpc doesn't support",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Error,
		Since:    "0.1.0",
		Aliases: []string{
			"cdk-preflight:ecs-fargate-links",
			"cdk-preflight:ecs-awsvpc-hostname",
			"cdk-preflight:ecs-awsvpc-extra-hosts",
			"cdk-preflight:ecs-fargate-disable-networking",
		},
		AWSErrors: []string{noLinksText, noHostnameText, noExtraHostsText, noDNSServersText, noDisabledNetworkingText},
		Unfit:     true,
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-fargate-links",
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-awsvpc-hostname",
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-awsvpc-extra-hosts",
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-fargate-disable-networking",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html",
		},
	},
	Run: func(p *analysis.Pass) {
		networkMode := p.TaskDefinition().NetworkMode
		inVPC := networkMode.Test(func(mode string) bool { return mode == awsvpc })
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			for _, f := range fieldsBesideAwsvpc(c) {
				switch set := f.set.And(inVPC); {
				case set.IsUnknown():
					p.Undecided(f.at)
				case set.IsTrue():
					reportBesideAwsvpc(p, c, f)
				}
			}
		}
	},
}

// fieldBesideAwsvpc is a member of a container that needs another network mode.
type fieldBesideAwsvpc struct {
	at      value.Located
	set     value.Tri
	name    string
	help    string
	refusal string // AWS's text; "" where it is only documented
}

func fieldsBesideAwsvpc(c ecs.ContainerDefinition) []fieldBesideAwsvpc {
	return []fieldBesideAwsvpc{
		{c.Links, hasItems(c.Links), "links", `remove "links"; the containers of a task reach each other at localhost`, noLinksText},
		{c.Hostname, isSet(c.Hostname), "hostname", `remove "hostname"`, noHostnameText},
		{c.ExtraHosts, hasItems(c.ExtraHosts), "extraHosts", `remove "extraHosts"; a private hosted zone of Route 53 serves all tasks of a VPC`, noExtraHostsText},
		{c.DnsServers, hasItems(c.DnsServers), "dnsServers", `remove "dnsServers"; tasks ask the DNS servers of the VPC's DHCP options`, noDNSServersText},
		{c.DnsSearchDomains, hasItems(c.DnsSearchDomains), "dnsSearchDomains", `remove "dnsSearchDomains"; the VPC's DHCP options give the search domain`, ""},
		{c.DisableNetworking, isTrue(c.DisableNetworking), "disableNetworking", `remove "disableNetworking", or use network mode none`, noDisabledNetworkingText},
	}
}

func reportBesideAwsvpc(p *analysis.Pass, c ecs.ContainerDefinition, f fieldBesideAwsvpc) {
	b := p.Reportf(f.at, "%s sets %s, which network mode awsvpc doesn't support", containerLabel(c), p.Object.Spelled("ContainerDefinition", f.name)).
		Help("%s", f.help).
		Related(p.TaskDefinition().NetworkMode, "the network mode")
	if f.refusal == "" {
		b.Severity(rules.Warning) // documented; AWS's answer isn't known
		return
	}
	b.Note("AWS refuses it: %q", f.refusal)
}
