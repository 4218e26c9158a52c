package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/fix"
	"github.com/ecslint/ecslint/rules"
)

var secretNameClash = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "secret-name-clash",
		Title:     "A secret has the name of another secret or of an environment variable",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{"The secret name must be unique and not shared with any new or existing environment variables set on the container, such as 'DB_HOST'."},
		Sources: []string{
			"https://github.com/dagster-io/dagster/issues/11622",
			"https://github.com/compose-x/ecs_composex/issues/707",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			checkSecretNames(p, c)
		}
	},
}

func checkSecretNames(p *analysis.Pass, c ecs.ContainerDefinition) {
	if c.Secrets.Absent() {
		return
	}
	variables := map[string]ecs.KeyValuePair{}
	for _, e := range c.Environment.Items {
		if name, ok := e.Name.Get(); p.Known(e.Name) && ok {
			variables[name] = e
		}
	}
	secrets := map[string]ecs.Secret{}
	for _, s := range c.Secrets.Items {
		name, ok := s.Name.Get()
		if !p.Known(s.Name) || !ok {
			continue
		}
		if variable, ok := variables[name]; ok {
			p.Reportf(s.Name, "%q is both a secret and an environment variable of %s", name, containerLabel(c)).
				Help("keep the secret, and remove the variable from \"environment\"").
				Related(variable.Name, "the environment variable").
				Fix(diag.Fix{Message: "remove the environment variable", Edits: fix.Remove(variable)})
		} else if first, ok := secrets[name]; ok {
			b := p.Reportf(s.Name, "secret %q is given twice in %s", name, containerLabel(c)).
				Help("remove one of the two, or rename it").
				Related(first.Name, "the first secret of this name")
			if sameSecret(first, s) {
				b.Fix(diag.Fix{Message: "remove the second of the two", Edits: fix.Remove(s)})
			}
		} else {
			secrets[name] = s
		}
	}
}

func sameSecret(a, b ecs.Secret) bool {
	from, ok := a.ValueFrom.Get()
	other, known := b.ValueFrom.Get()
	return ok && known && from == other
}
