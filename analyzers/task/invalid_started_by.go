package task

import (
	"regexp"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var invalidStartedBy = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "invalid-started-by",
		Title:    "What started a task is named with characters that AWS doesn't take",
		Subject:  "task",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // documented; AWS's answer isn't known
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_StartTask.html",
		},
	},
	Run: func(p *analysis.Pass) {
		task := p.Object.Task()
		if task == nil || p.Object.Output {
			return // services write their own there
		}
		name, ok := task.StartedBy.Get()
		if p.Known(task.StartedBy) && ok && !startedBy.MatchString(name) {
			p.Reportf(task.StartedBy, "startedBy is %q: it has letters, digits, -, _ and / only", name).
				Help("replace what isn't one of these")
		}
	},
}

var startedBy = regexp.MustCompile(`^[A-Za-z0-9_/-]*$`)
