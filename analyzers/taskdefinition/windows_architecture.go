package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

var windowsArchitecture = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "windows-architecture",
		Title:     "Windows is asked for on ARM64",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-windows-arm64"},
		AWSErrors: []string{noConfigurationText(2048, 4096)},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-windows-arm64",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-arm64.html",
		},
	},
	Run: func(p *analysis.Pass) {
		architecture := p.TaskDefinition().RuntimePlatform.CpuArchitecture
		arm := architecture.Test(func(name string) bool { return name == "ARM64" }).And(runsWindows(p.TaskDefinition()))
		if arm.IsUnknown() {
			p.Undecided(architecture)
		}
		if !arm.IsTrue() {
			return
		}
		b := p.Reportf(architecture, "no task runs Windows on ARM64: ARM64 is for Linux").
			Help("use X86_64, or an image for Linux").
			Related(p.TaskDefinition().RuntimePlatform.OperatingSystemFamily, "the operating system")
		fargate := askFargate(p)
		units, hasCPU := parse(p.TaskDefinition().Cpu, ecs.ParseCPU)
		mib, hasMemory := parse(p.TaskDefinition().Memory, ecs.ParseMemory)
		if !fargate.applies() {
			b.Severity(rules.Warning) // it can be registered for EC2
		} else if hasCPU && hasMemory {
			b.Note("%s", fargate.refusal(noConfigurationText(units, mib)))
		}
	},
}
