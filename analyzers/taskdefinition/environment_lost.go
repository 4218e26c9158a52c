package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/rules"
)

var environmentLost = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "environment-lost",
		Title:    "CloudFormation drops the environment of a container with more than a hundred variables",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Info, // silently lost, but that rests on one report
		Since:    "0.1.0",
		Sources:  facts.EnvironmentThroughCloudFormationOrigin.Sources,
	},
	Run: func(p *analysis.Pass) {
		if p.Object.Format != "cloudformation" {
			return
		}
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			n := 0
			for _, variable := range c.Environment.Items {
				if !variable.Unknown() { // else it may be AWS::NoValue
					n++
				}
			}
			if n > facts.EnvironmentThroughCloudFormation {
				p.Reportf(c.Environment, "%s has %d environment variables: with more than %d CloudFormation was seen to register it with none", containerLabel(c), n,
					facts.EnvironmentThroughCloudFormation).
					Help(`move some of them to a file in "EnvironmentFiles", or to "Secrets"`).
					Note("The deployment succeeds without a word, and the program starts without its settings.")
			}
		}
	},
}
