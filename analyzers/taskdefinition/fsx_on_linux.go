package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

var fsxOnLinux = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "fsx-on-linux",
		Title:    "A volume of FSx for Windows File Server is mounted on Linux",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // documented; AWS's answer isn't known
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_FSxWindowsFileServerVolumeConfiguration.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/wfsx-volumes.html",
		},
	},
	Run: func(p *analysis.Pass) {
		family := p.TaskDefinition().RuntimePlatform.OperatingSystemFamily
		if name, _ := family.Get(); name != "LINUX" { // without it, instances with Windows take the task as well
			return
		}
		if _, onFargate := p.Project.Platforms(p.Object).Requires(ecs.Fargate); !onFargate.IsFalse() {
			return // no system has it there: fargate-unsupported-field
		}
		for _, v := range p.TaskDefinition().Volumes.Items {
			if config := v.FsxWindowsFileServerVolumeConfiguration; isThere(config.Object).IsTrue() {
				p.Reportf(config, "%s is one of FSx for Windows File Server, which only Windows can mount", volumeLabel(v)).
					Help("use EFS, or a family of Windows").
					Related(family, "the operating system")
			}
		}
	},
}
