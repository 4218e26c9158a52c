package taskdefinition

import (
	"slices"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

const severalTypesText = "When the volume parameter is specified, only one volume configuration type should be used."

var severalVolumeTypes = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "several-volume-types",
		Title:     "A volume is configured as two kinds of volume",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Warning, // the text is known from AWS Batch only
		Since:     "0.1.0",
		AWSErrors: []string{severalTypesText},
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html",
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/batch/pf-batch-jd-volume-config-exclusive",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, v := range p.TaskDefinition().Volumes.Items {
			kinds := volumeKinds(v)
			for i := 1; i < len(kinds); i++ {
				p.Reportf(kinds[i].at, "%s has "+kinds[i].key+" beside "+kinds[0].key+": a volume can be of one kind only", volumeLabel(v)).
					Help("keep one of them").
					Related(kinds[0].at, "the other kind").
					Note("AWS Batch, which registers ECS task definitions, answers: %q", severalTypesText)
			}
		}
	},
}

// volumeKind is a member that makes a volume one of a kind.
type volumeKind struct {
	key string // in quotes: it is spelled as the object's format does
	at  value.Located
	set value.Tri
}

// volumeKinds are those that are set for certain.
func volumeKinds(v ecs.Volume) []volumeKind {
	kinds := []volumeKind{
		{`"host"`, v.Host, isSet(v.Host.SourcePath)},
		{`"dockerVolumeConfiguration"`, v.DockerVolumeConfiguration, isThere(v.DockerVolumeConfiguration.Object)},
		{`"efsVolumeConfiguration"`, v.EfsVolumeConfiguration, isThere(v.EfsVolumeConfiguration.Object)},
		{`"fsxWindowsFileServerVolumeConfiguration"`, v.FsxWindowsFileServerVolumeConfiguration, isThere(v.FsxWindowsFileServerVolumeConfiguration.Object)},
		{`"s3filesVolumeConfiguration"`, v.S3filesVolumeConfiguration, isThere(v.S3filesVolumeConfiguration.Object)},
		{`"configuredAtLaunch"`, v.ConfiguredAtLaunch, isTrue(v.ConfiguredAtLaunch)},
	}
	return slices.DeleteFunc(kinds, func(k volumeKind) bool { return !k.set.IsTrue() })
}

func isThere(o value.Object) value.Tri {
	if o.Unknown() {
		return value.Unknown
	}
	return value.TriOf(!o.Absent())
}
