package project

import (
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var pushedImageNotDeployed = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "pushed-image-not-deployed",
		Title:    "A script pushes an image and registers a task definition with another tag of it",
		Subject:  "project",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html",
			"https://docs.docker.com/reference/cli/docker/image/push/",
		},
	},
	Run: func(p *analysis.Pass) {
		td := p.TaskDefinition()
		if td == nil || p.Object.Given == ecs.InFile {
			return
		}
		pushes := pushesBeside(p)
		for _, c := range td.ContainerDefinitions.Items {
			name, ok := c.Image.Get()
			image := ecs.ParseImage(name)
			if !ok || image.Digest != "" {
				continue
			}
			others, unknown := pushesOf(pushes, image)
			switch {
			case len(others) == 0:
			case unknown:
				p.Undecided(c.Image)
			default:
				reportNotDeployed(p, c.Image, name, others)
			}
		}
	},
}

// pushesOf are the pushes of an image under other tags. They are none where this tag is pushed too; unknown tells that
// it may be.
func pushesOf(pushes []value.Value[string], image ecs.Image) (others []value.Value[string], unknown bool) {
	for _, push := range pushes {
		name, ok := push.Get()
		pushed := ecs.ParseImage(name)
		switch {
		case !ok:
			unknown = true
		case pushed.Repository == image.Repository && tagOf(pushed) == tagOf(image):
			return nil, false
		case pushed.Repository == image.Repository:
			others = append(others, push)
		}
	}
	return others, unknown
}

func tagOf(i ecs.Image) string {
	if i.Tag == "" {
		return "latest"
	}
	return i.Tag
}

func reportNotDeployed(p *analysis.Pass, at value.Value[string], name string, pushes []value.Value[string]) {
	var tags []string
	for _, push := range pushes {
		pushed, _ := push.Get()
		tags = append(tags, `"`+tagOf(ecs.ParseImage(pushed))+`"`)
	}
	p.Reportf(at, "the script pushes the tag %s of this image, but registers %q", strings.Join(tags, ", "), name).
		Help("register the tag that was pushed: put it into one variable and use that in both places").
		Related(pushes[0], "pushed here")
}
