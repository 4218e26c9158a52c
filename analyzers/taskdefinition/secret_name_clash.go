package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
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
	variables := map[string]value.Located{}
	for _, e := range c.Environment.Items {
		if name, ok := e.Name.Get(); p.Known(e.Name) && ok {
			variables[name] = e.Name
		}
	}
	secrets := map[string]value.Located{}
	for _, s := range c.Secrets.Items {
		name, ok := s.Name.Get()
		if !p.Known(s.Name) || !ok {
			continue
		}
		if variable := variables[name]; variable != nil {
			p.Reportf(s.Name, "%q is both a secret and an environment variable of %s", name, containerLabel(c)).
				Help("keep the secret, and remove the variable from \"environment\"").
				Related(variable, "the environment variable")
		} else if secret := secrets[name]; secret != nil {
			p.Reportf(s.Name, "secret %q is given twice in %s", name, containerLabel(c)).
				Help("remove one of the two, or rename it").
				Related(secret, "the first secret of this name")
		}
		if secrets[name] == nil {
			secrets[name] = s.Name
		}
	}
}
