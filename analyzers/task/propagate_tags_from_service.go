package task

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var propagateTagsFromService = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "propagate-tags-from-service",
		Title:     "A task that belongs to no service is to take its tags from one",
		Subject:   "task",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{"The SERVICE option is not supported when running a task."}, // known from an emulator only
		Sources: []string{
			"model: the documentation of propagateTags in the model of RunTask says that SERVICE is an error",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
		},
	},
	Run: func(p *analysis.Pass) {
		task := p.Object.Task()
		if task == nil {
			return
		}
		if from, _ := task.PropagateTags.Get(); !p.Known(task.PropagateTags) || from != "SERVICE" {
			return
		}
		p.Reportf(task.PropagateTags, "a task can take its tags from its task definition, and not from a service").
			Help("use TASK_DEFINITION, or remove it")
	},
}
