package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var efsRootWithAccessPoint = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "efs-root-with-access-point",
		Title:     "An EFS volume sets a root directory beside an access point",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-efs-access-point-with-root-directory"},
		AWSErrors: []string{`When using an EFS access point, the root directory must either be set to "/" or be omitted`},
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, v := range p.TaskDefinition().Volumes.Items {
			efs := v.EfsVolumeConfiguration
			root, set := efs.RootDirectory.Get()
			_, point := efs.AuthorizationConfig.AccessPointId.Get()
			if !set || !point || root == "/" {
				continue
			}
			p.Reportf(efs.RootDirectory, "the root directory %q stands beside an access point, which has a root of its own", root).
				Help(`remove "rootDirectory", or set it to "/"`).
				Related(efs.AuthorizationConfig.AccessPointId, "the access point")
		}
	},
}
