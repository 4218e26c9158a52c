package taskdefinition

import (
	"cmp"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

var faultInjectionNetworkMode = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "fault-injection-network-mode",
		Title:    "Fault injection is on in a network mode that it doesn't work in",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // documented; AWS's answer isn't known
		Since:    "0.1.0",
		Sources:  []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fault-injection.html"},
	},
	Run: func(p *analysis.Pass) {
		td := p.TaskDefinition()
		on, _ := td.EnableFaultInjection.Get()
		if !p.Known(td.EnableFaultInjection) || !on || !p.Known(td.NetworkMode) {
			return
		}
		mode, _ := td.NetworkMode.Get()
		_, ec2 := p.Project.Platforms(p.Object).Requires(ecs.EC2)
		if mode == "" && !ec2.IsTrue() {
			return // where the task runs decides on the default
		}
		if mode == "" || mode == "bridge" || mode == "none" {
			p.Reportf(td.EnableFaultInjection, "fault injection needs network mode awsvpc or host, and the mode is %s", cmp.Or(mode, "bridge by default")).
				Help(`set "networkMode" to awsvpc or host, or remove "enableFaultInjection"`)
		}
	},
}
