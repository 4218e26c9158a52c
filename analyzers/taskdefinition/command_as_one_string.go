package taskdefinition

import (
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

var commandAsOneString = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "command-as-one-string",
		Title:    "A program and its arguments stand in one string",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Info,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html",
			"https://docs.docker.com/reference/dockerfile/#exec-form",
		},
	},
	Run: func(p *analysis.Pass) {
		windows := runsWindows(p.TaskDefinition()) // puts programs and arguments together in its own way
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			if windows.IsFalse() {
				checkEntryPoint(p, c)
				checkLoneCommand(p, c)
			}
		}
	},
}

func checkEntryPoint(p *analysis.Pass, c ecs.ContainerDefinition) {
	if len(c.EntryPoint.Items) == 0 {
		return
	}
	program := c.EntryPoint.Items[0]
	if text, _ := program.Get(); p.Known(program) && strings.Contains(strings.TrimSpace(text), " ") {
		p.Reportf(program, "the entry point of %s begins with %q, all of which is taken as the name of a program", containerLabel(c), text).
			Severity(rules.Warning).
			Help(`give the program and each argument as strings of their own, or begin with "sh" and "-c"`)
	}
}

// checkLoneCommand speaks of what may be right: the entry point of the image may be a shell.
func checkLoneCommand(p *analysis.Pass, c ecs.ContainerDefinition) {
	if len(c.Command.Items) != 1 || !c.EntryPoint.Absent() || !p.Known(c.Command, c.Command.Items[0]) {
		return
	}
	if text, _ := c.Command.Items[0].Get(); strings.Contains(strings.TrimSpace(text), " ") {
		p.Reportf(c.Command.Items[0], "the command of %s is one string with spaces, which works only if the image has a shell as its entry point", containerLabel(c)).
			Help(`give the program and each argument as strings of their own, or write "sh", "-c" before it`)
	}
}
