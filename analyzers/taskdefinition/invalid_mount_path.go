package taskdefinition

import (
	"path"
	"regexp"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var invalidMountPath = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "invalid-mount-path",
		Title:    "A container mounts two volumes at one path, or one at a path that isn't absolute",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // it registers, and the container can't be created
		Since:    "0.1.0",
		Sources: []string{
			"https://github.com/moby/moby/blob/v28.0.0/volume/mounts/linux_parser.go",
			"https://github.com/terraform-aws-modules/terraform-aws-ecs/issues/153",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_MountPoint.html",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			mounts := mountPaths{p, c, map[string]value.Located{}}
			for _, m := range c.MountPoints.Items {
				mounts.check(m.ContainerPath)
			}
			for _, t := range c.LinuxParameters.Tmpfs.Items {
				mounts.check(t.ContainerPath)
			}
		}
	},
}

// mountPaths are the paths in one container where something is mounted.
type mountPaths struct {
	*analysis.Pass
	container ecs.ContainerDefinition
	seen      map[string]value.Located
}

// absolutePath is one of Linux, or one of Windows, whose tasks needn't say that they are.
var absolutePath = regexp.MustCompile(`^(/|\\|[A-Za-z]:)`)

func (m mountPaths) check(at value.Value[string]) {
	text, ok := at.Get()
	if !m.Known(at) || !ok {
		return
	}
	if !absolutePath.MatchString(text) {
		m.Reportf(at, "%s mounts a volume at %q, which isn't an absolute path", containerLabel(m.container), text).
			Help("write the whole path, from / on").
			Note("Docker refuses to create the container.")
		return
	}
	clean := path.Clean(text)
	if first, ok := m.seen[clean]; ok {
		m.Reportf(at, "%s mounts two volumes at %q", containerLabel(m.container), text).
			Help("mount one of them elsewhere").
			Note("Docker refuses to create the container: there is a duplicate mount point.").
			Related(first, "the other volume")
		return
	}
	m.seen[clean] = at
}
