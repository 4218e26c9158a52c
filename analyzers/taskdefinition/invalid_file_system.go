package taskdefinition

import (
	"regexp"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var invalidFileSystem = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "invalid-file-system",
		Title:    "A volume names something else than a file system",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // AWS's answer isn't known
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_S3FilesVolumeConfiguration.html",
			"https://docs.aws.amazon.com/efs/latest/ug/API_FileSystemDescription.html",
			"https://docs.aws.amazon.com/efs/latest/ug/API_AccessPointDescription.html",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, v := range p.TaskDefinition().Volumes.Items {
			efs, s3, fsx := v.EfsVolumeConfiguration, v.S3filesVolumeConfiguration, v.FsxWindowsFileServerVolumeConfiguration
			for _, id := range []struct {
				value         value.Value[string]
				form          *regexp.Regexp
				what, example string
			}{
				{efs.FileSystemId, fileSystemID, "the id of a file system", "fs-0123456789abcdef0"},
				{efs.AuthorizationConfig.AccessPointId, accessPointID, "the id of an access point", "fsap-0123456789abcdef0"},
				{fsx.FileSystemId, fileSystemID, "the id of a file system", "fs-0123456789abcdef0"},
				{s3.FileSystemArn, s3FileSystem, "the ARN of a file system of S3 Files", "arn:aws:s3files:REGION:ACCOUNT:file-system/fs-0123456789abcdef0"},
			} {
				if text, ok := id.value.Get(); p.Known(id.value) && ok && !id.form.MatchString(text) {
					p.Reportf(id.value, "%s names %q, which isn't %s", volumeLabel(v), text, id.what).
						Help("write it as in %s", id.example)
				}
			}
		}
	},
}

// The ids of EFS and FSx; older ones have eight digits.
var (
	fileSystemID  = regexp.MustCompile(`^fs-[0-9a-f]{8,40}$`)
	accessPointID = regexp.MustCompile(`^fsap-[0-9a-f]{8,40}$`)
	s3FileSystem  = regexp.MustCompile(`^arn:[a-z-]+:s3files:[a-z0-9-]+:[0-9]{12}:file-system/fs-[0-9a-f]+$`)
)
