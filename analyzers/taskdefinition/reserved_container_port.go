package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/rules"
)

var reservedContainerPort = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "reserved-container-port",
		Title:    "A container port is one that its task keeps for itself",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources:  facts.ReservedContainerPortsOrigin.Sources,
	},
	Run: func(p *analysis.Pass) {
		windows := askFargate(p).is.And(runsWindows(p.TaskDefinition()))
		_, router := firelens(p)
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			for _, m := range c.PortMappings.Items {
				number, _ := m.ContainerPort.Get()
				switch {
				case !p.Known(m.ContainerPort):
				case number == facts.FargateWindowsPort && windows.IsTrue():
					p.Reportf(m.ContainerPort, "%s maps container port %d, which Windows on Fargate keeps for itself", containerLabel(c), number).
						Help("let the program listen on another port")
				case number == facts.FireLensPort && router.IsTrue():
					p.Reportf(m.ContainerPort, "%s maps container port %d, on which the log router of this task listens", containerLabel(c), number).
						Help("remove the mapping; where it is for a program of your own, let that listen on another port")
				}
			}
		}
	},
}
