package task

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/rules"
)

var overridesTooLong = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "overrides-too-long",
		Title:    "The overrides of a task are longer than AWS takes",
		Subject:  "task",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // documented; AWS's answer isn't known
		Since:    "0.1.0",
		Sources:  facts.TaskOverrideOrigin.Sources,
	},
	Run: func(p *analysis.Pass) {
		task := p.Object.Task()
		if task == nil {
			return
		}
		length := lengthOf(task.Overrides.Where().Node())
		if length <= facts.TaskOverrideCharacters {
			return
		}
		p.Reportf(task.Overrides, "the overrides have at least %d characters, and can have %d", length, facts.TaskOverrideCharacters).
			Help("put what is long into the task definition, an environment file or a parameter, and name it in the override")
	},
}

// lengthOf is the number of characters of what is known of a tree, written as JSON without any space.
func lengthOf(n *syntax.Node) int {
	if n == nil {
		return 0
	}
	switch n.Kind {
	case syntax.Object:
		length := 1 + max(len(n.Members), 1) // the braces, the commas
		for _, m := range n.Members {
			length += len(syntax.QuoteJSON(m.Key.String())) + 1 + lengthOf(m.Value)
		}
		return length
	case syntax.Array:
		length := 1 + max(len(n.Items), 1)
		for _, item := range n.Items {
			length += lengthOf(item)
		}
		return length
	case syntax.String:
		return len(syntax.QuoteJSON(n.String()))
	case syntax.Number, syntax.Bool:
		return len(n.String())
	}
	return 0
}
