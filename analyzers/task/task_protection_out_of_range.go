package task

import (
	"strconv"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/rules"
)

var taskProtectionOutOfRange = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "task-protection-out-of-range",
		Title:    "A task is to be protected from scale-in for longer, or with more others, than is possible",
		Subject:  "task",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // documented; AWS's answer isn't known
		Since:    "0.1.0",
		Sources:  facts.TaskProtectionOrigin.Sources,
	},
	Run: func(p *analysis.Pass) {
		call := p.Object.Call()
		if call == nil {
			return
		}
		if grammar, _ := call.Grammar(); grammar.Operation.Name != "UpdateTaskProtection" {
			return
		}
		if expires, ok := call.Option("expires-in-minutes"); ok && len(expires.Values.Items) == 1 {
			text, known := expires.Values.Items[0].Get()
			minutes, err := strconv.Atoi(text)
			if known && err == nil && (minutes < facts.TaskProtectionLeast || minutes > facts.TaskProtectionMost) {
				p.Reportf(expires.Values.Items[0], "the protection is to last %d minutes, and can last %d to %d", minutes, facts.TaskProtectionLeast, facts.TaskProtectionMost).
					Help("protect the task again before the time is over")
			}
		}
		if tasks, ok := call.Option("tasks"); ok && len(tasks.Values.Items) > facts.ProtectedTasks {
			p.Reportf(tasks.Values.Items[facts.ProtectedTasks], "the call names more than %d tasks, which is the most for one", facts.ProtectedTasks).
				Help("make one call for each %d tasks", facts.ProtectedTasks)
		}
	},
}
