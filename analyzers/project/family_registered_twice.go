package project

import (
	"slices"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

var familyRegisteredTwice = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "family-registered-twice",
		Title:    "Two task definitions are registered as one family",
		Subject:  "project",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html",
		},
	},
	Run: func(p *analysis.Pass) {
		td := p.TaskDefinition()
		if td == nil || p.Object.Given == ecs.InFile {
			return // variants of one task definition are often kept in files side by side
		}
		family, ok := td.Family.Get()
		for _, other := range beside(p, ecs.TypeTaskDefinition) {
			if name, _ := other.TaskDefinition().Family.Get(); !ok || name != family || !before(other, p.Object) {
				continue
			}
			if bothInTemplate(p.Object, other) {
				p.Reportf(td.Family, "family %q is registered twice by this template: either may become the newer revision", family).
					Help("give each task definition a family of its own").
					Related(other.TaskDefinition().Family, "the other one")
				return
			}
			if other.Given != ecs.InFile && haveOtherContainers(p, td, other.TaskDefinition()) {
				p.Reportf(td.Family, "family %q is registered twice, with other containers each time: what names it without a revision runs these", family).
					Help("give each task definition a family of its own").
					Related(other.TaskDefinition().Family, "registered before")
				return
			}
		}
	},
}

func bothInTemplate(a, b *ecs.Object) bool {
	return ecs.SameStack(a, b) && !a.Origin.Uncertain && !b.Origin.Uncertain
}

// haveOtherContainers reports that no container of one has the name of one of the other: else they may be meant as two
// revisions, or stand in two branches of a script.
func haveOtherContainers(p *analysis.Pass, a, b *ecs.TaskDefinition) bool {
	if len(a.ContainerDefinitions.Items) == 0 || len(b.ContainerDefinitions.Items) == 0 || !p.Known(a.ContainerDefinitions, b.ContainerDefinitions) {
		return false
	}
	return !slices.ContainsFunc(a.ContainerDefinitions.Items, func(c ecs.ContainerDefinition) bool {
		return slices.ContainsFunc(b.ContainerDefinitions.Items, func(other ecs.ContainerDefinition) bool {
			name, known := c.Name.Get()
			otherName, otherKnown := other.Name.Get()
			return !known || !otherKnown || name == otherName
		})
	})
}
