package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var s3filesRootWithAccessPoint = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "s3files-root-with-access-point",
		Title:    "A volume of S3 Files sets a root directory beside an access point",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // documented; AWS's answer isn't known
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_S3FilesVolumeConfiguration.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/s3files-volumes.html",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, v := range p.TaskDefinition().Volumes.Items {
			config := v.S3filesVolumeConfiguration
			root, set := config.RootDirectory.Get()
			_, point := config.AccessPointArn.Get()
			if !p.Known(config.RootDirectory, config.AccessPointArn) || !set || !point || root == "/" {
				continue
			}
			p.Reportf(config.RootDirectory, "%s sets the root directory %q beside an access point, which has a root of its own", volumeLabel(v), root).
				Help(`remove "rootDirectory", or set it to "/"`).
				Related(config.AccessPointArn, "the access point")
		}
	},
}
