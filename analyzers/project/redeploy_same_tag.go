package project

import (
	"regexp"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var redeploySameTag = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "redeploy-same-tag",
		Title:    "A script deploys by pushing the tag latest again and restarting the service",
		Subject:  "project",
		Engine:   rules.Go,
		Category: rules.Operations,
		Severity: rules.Info,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html",
			"https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html",
		},
	},
	Run: func(p *analysis.Pass) {
		service := p.Service()
		if service == nil || p.Object.Operation != "UpdateService" || !service.TaskDefinition.Absent() {
			return
		}
		if forced, ok := service.ForceNewDeployment.Get(); !forced || !ok || deploysOtherwise(p) {
			return
		}
		for _, image := range pushesBeside(p) {
			if movesOf(image) {
				p.Reportf(service.ForceNewDeployment, "this deploys whatever the tag latest names now: no revision of the task definition tells what ran before").
					Help("push a tag of its own for each build, register a task definition with it and update the service to that").
					Related(image, "pushed here")
				return
			}
		}
	},
}

// deploysOtherwise reports that the script names task definitions too: then it deploys more than a moved tag.
func deploysOtherwise(p *analysis.Pass) bool {
	if len(beside(p, ecs.TypeTaskDefinition)) > 0 {
		return true
	}
	for _, o := range beside(p, ecs.TypeCommand) {
		name, known := o.Call().Subcommand.Get()
		if _, names := o.Call().Option("task-definition"); names || !known || name == "register-task-definition" {
			return true
		}
	}
	return false
}

// latestTag is what is written as it is at the end of the name of an image, however that begins.
var latestTag = regexp.MustCompile(`:latest$`)

func movesOf(image value.Value[string]) bool {
	if name, ok := image.Get(); ok {
		return ecs.ParseImage(name).Moves()
	}
	return latestTag.MatchString(image.Where().Node().String())
}
