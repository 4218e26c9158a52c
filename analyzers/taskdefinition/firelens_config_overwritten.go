package taskdefinition

import (
	"slices"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

// firelensOwnFiles are the configurations that FireLens writes itself.
var firelensOwnFiles = []string{"/fluent-bit/etc/fluent-bit.conf", "/fluentd/etc/fluent.conf"}

var firelensConfigOverwritten = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "firelens-config-overwritten",
		Title:    "The log router's own configuration stands where FireLens writes its own",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources:  []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html"},
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			path := c.FirelensConfiguration.Options.Get(configFileValue)
			name, _ := path.Get()
			if !slices.Contains(firelensOwnFiles, name) || !configFileIn(c.FirelensConfiguration, "file").IsTrue() {
				continue
			}
			p.Reportf(path, "%s takes the log router's configuration from %q, which FireLens overwrites", containerLabel(c), name).
				Help("put the file elsewhere in the image")
		}
	},
}
