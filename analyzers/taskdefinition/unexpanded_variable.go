package taskdefinition

import (
	"path"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var unexpandedVariable = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "unexpanded-variable",
		Title:    "A variable stands in a command that no shell reads",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.docker.com/reference/dockerfile/#exec-form",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			execForm{p, c}.judge()
		}
	},
}

// execForm is what a container runs as programs with arguments.
type execForm struct {
	*analysis.Pass
	container ecs.ContainerDefinition
}

func (e execForm) judge() {
	c := e.container
	check := c.HealthCheck.Command.Items
	if len(check) > 2 && textOf(check[0]) == execMarker && !c.HealthCheck.Command.Unknown() {
		e.words(check[1:], false, `put "CMD-SHELL" in place of "CMD", and write the command as one string`)
	}
	words := slices.Concat(c.EntryPoint.Items, c.Command.Items)
	if len(words) > 1 && !c.EntryPoint.Unknown() && !c.Command.Unknown() {
		hidden := c.EntryPoint.Absent() || isScript(textOf(words[0]))
		e.words(words, hidden, `let a shell read it: "sh", "-c", and the command as one string`)
	}
}

// words speaks of the arguments behind a program, where none of them is a shell. A hidden script may run them.
func (e execForm) words(words []value.Value[string], hidden bool, help string) {
	named := func(w value.Value[string]) bool { return len(e.ownVariables(textOf(w))) > 0 }
	if !slices.ContainsFunc(words[1:], named) {
		return
	}
	for _, w := range words {
		if !e.Known(w) || readsVariables(textOf(w)) {
			return
		}
	}
	literal := slices.Contains(literalPrograms, path.Base(textOf(words[0])))
	for _, w := range words[1:] {
		variables := e.ownVariables(textOf(w))
		if !literal { // programs fill in ${X} themselves, such as those of Spring
			variables = slices.DeleteFunc(variables, func(v syntax.Variable) bool { return v.Form == syntax.InBraces })
		}
		if len(variables) > 0 {
			e.report(w, variables[0], hidden, help)
		}
	}
}

func (e execForm) report(word value.Value[string], v syntax.Variable, hidden bool, help string) {
	why := "no shell reads this command"
	if hidden {
		why = "unless the entry point is a script that reads it, no shell does"
	}
	b := e.ReportPartf(word, v.Span, "%s: %q is passed on as it is written: %s", containerLabel(e.container), textOf(word)[v.Start:v.End], why).
		Help("%s", help)
	if hidden {
		b.Severity(rules.Info)
	}
	if v.Form == syntax.InParentheses {
		b.Note("Kubernetes fills in $(%s); ECS doesn't.", v.Name)
	}
}

// ownVariables are the references to variables that the container sets: others may be meant for somebody else.
func (e execForm) ownVariables(text string) []syntax.Variable {
	return slices.DeleteFunc(syntax.Variables(text), func(v syntax.Variable) bool {
		named := func(name value.Value[string]) bool { n, ok := name.Get(); return ok && n == v.Name }
		return !slices.ContainsFunc(e.container.Environment.Items, func(x ecs.KeyValuePair) bool { return named(x.Name) }) &&
			!slices.ContainsFunc(e.container.Secrets.Items, func(x ecs.Secret) bool { return named(x.Name) })
	})
}

// readsVariables reports a word that has variables read, by a shell or by a program that knows them itself.
func readsVariables(word string) bool {
	program := path.Base(word)
	return isShell(program) || runsScript(word) || strings.Contains(word, " -c ") ||
		slices.Contains([]string{"pwsh", "powershell", "cmd", "eval", "--command", "-Command"}, program) ||
		slices.Contains([]string{"envsubst", "awk", "gawk", "mawk", "perl", "jq", "yq", "make", "gomplate"}, program)
}

// isScript reports a program that is likely a script of the image's author.
func isScript(program string) bool {
	return strings.HasSuffix(program, ".sh") || strings.Contains(program, "entrypoint")
}

// literalPrograms take ${X} as it is written.
var literalPrograms = []string{
	"curl", "wget", "nc", "ncat", "ping", "grep", "test", "echo", "cat", "pg_isready", "psql", "mysql", "mysqladmin", "redis-cli",
	"mongosh", "gunicorn", "uvicorn",
}
