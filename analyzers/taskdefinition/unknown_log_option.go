package taskdefinition

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var unknownLogOption = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "unknown-log-option",
		Title:     "A log driver doesn't have an option that a container gives it",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cfn-lint:E3046"},
		AWSErrors: []string{disallowedOptionText("log_key"), disallowedOptionText("awslogs-endpoint")},
		Sources: append([]string{
			"https://github.com/aws-samples/amazon-ecs-firelens-examples/issues/83",
			"https://github.com/aws/amazon-ecs-agent/issues/872",
		}, facts.LogOptionsOrigin.Sources...),
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			driver := c.LogConfiguration.LogDriver
			name, _ := driver.Get()
			if known, ok := facts.LogOptionsOf(name); p.Known(driver) && ok {
				checkLogOptionNames(p, c, known)
			}
		}
	},
}

func disallowedOptionText(option string) string {
	return "Log driver awslogs disallows options: " + option
}

func checkLogOptionNames(p *analysis.Pass, c ecs.ContainerDefinition, known facts.LogDriverOptions) {
	for _, o := range c.LogConfiguration.Options.Entries {
		if !o.Value.Absent() && !syntax.HasPlaceholder(o.Key) {
			checkLogOptionName(p, c, known, o.Key, o.Value)
		}
	}
	for _, s := range c.LogConfiguration.SecretOptions.Items {
		if name, ok := s.Name.Get(); ok {
			checkLogOptionName(p, c, known, name, s.Name)
		}
	}
}

func checkLogOptionName(p *analysis.Pass, c ecs.ContainerDefinition, known facts.LogDriverOptions, option string, at value.Located) {
	if slices.Contains(known.Options, option) {
		return
	}
	b := p.Reportf(at, "%s gives log driver %s the option %q, which it doesn't have", containerLabel(c), known.Driver, option).
		Help("%s", logOptionHelp(known, option))
	if known.Refused {
		b.Note("AWS refuses it: %q", disallowedOptionText(option))
		return
	}
	b.Severity(rules.Warning). // AWS's answer isn't known
					Note("Docker starts no container with an option that its log driver doesn't know.")
}

func logOptionHelp(known facts.LogDriverOptions, option string) string {
	if similar, ok := diag.Suggest(option, known.Options); ok {
		return fmt.Sprintf("write %q", similar)
	}
	if known.Refused {
		return "remove it; " + known.Driver + " takes " + strings.Join(known.Options, ", ")
	}
	return "remove it"
}
