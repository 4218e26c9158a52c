package taskdefinition

import (
	"regexp"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/rules"
)

var managedInstancesAttribute = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "managed-instances-attribute",
		Title:    "A placement constraint asks Managed Instances for an attribute that they don't have",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // documented
		Since:    "0.1.0",
		Sources:  facts.ManagedInstancesAttributesOrigin.Sources,
	},
	Run: func(p *analysis.Pass) {
		because, required := p.Project.Platforms(p.Object).Requires(ecs.ManagedInstances)
		if !required.IsTrue() {
			return
		}
		for _, c := range p.TaskDefinition().PlacementConstraints.Items {
			text, ok := c.Expression.Get()
			if !p.Known(c.Expression) || !ok {
				continue
			}
			for _, m := range attributeSubject.FindAllStringSubmatchIndex(text, -1) {
				if name := text[m[2]:m[3]]; !slices.Contains(facts.ManagedInstancesAttributes, name) {
					p.ReportPartf(c.Expression, syntax.Span{Start: m[2], End: m[3]}, "Managed Instances have no attribute %q to choose by; %s", name, because).
						Help("use %s", strings.Join(facts.ManagedInstancesAttributes, ", "))
				}
			}
		}
	},
}

// attributeSubject is what an expression asks the instance for.
var attributeSubject = regexp.MustCompile(`\battribute:([A-Za-z0-9_./-]+)`)
