package taskdefinition

import (
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

var invalidDependsOn = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "invalid-depends-on",
		Title:     "A container depends on one that isn't there, or waits for itself",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-dependson-container-missing"},
		AWSErrors: []string{dependencyText("db"), "Container dependsOn contains a cycle"}, // the second is known from an emulator only
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-dependson-container-missing",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html",
			"proof: a container starts after those that it depends on; in a circle none can be the first",
			"https://github.com/aws/amazon-ecs-agent/blob/master/agent/engine/dependencygraph/graph.go",
			"https://github.com/radkawar/stackd",
		},
	},
	Run: func(p *analysis.Pass) {
		containers := p.TaskDefinition().ContainerDefinitions.Items
		graph := newDependencyGraph(containers)
		for from, c := range containers {
			for _, d := range c.DependsOn.Items {
				if name, ok := d.ContainerName.Get(); p.Known(d.ContainerName) && ok && len(graph.named[name]) == 0 {
					checkDependencyTarget(p, c, d, name)
				}
			}
			for _, w := range graph.waits[from] {
				if circle := graph.circle(from, w); circle != nil {
					reportCircle(p, w, circle)
				}
			}
		}
	},
}

func dependencyText(name string) string {
	return "Cannot depend on container + '" + name + "' because it does not exist"
}

func checkDependencyTarget(p *analysis.Pass, c ecs.ContainerDefinition, d ecs.ContainerDependency, name string) {
	names, complete := containerNames(p)
	if !complete {
		return
	}
	b := p.Reportf(d.ContainerName, "%s depends on %q, which is no container of this task definition", containerLabel(c), name).
		Note("AWS refuses it: %q", dependencyText(name))
	if similar, ok := diag.Suggest(name, names); ok {
		b.Help("write %q, if that is meant", similar)
		return
	}
	b.Help("name one of the containers: %s", quotedList(names))
}

func quotedList(names []string) string { return `"` + strings.Join(names, `", "`) + `"` }

func reportCircle(p *analysis.Pass, closing wait, circle []step) {
	if len(circle) == 1 {
		p.Reportf(closing.at, "%s %s itself, so it can never start", containerLabel(circle[0].container), closing.verb).
			Help("remove it")
		return
	}
	var names []string
	for _, s := range circle {
		name, _ := s.container.Name.Get()
		names = append(names, name)
	}
	names = append(names, names[0])
	b := p.Reportf(closing.at, "the containers wait for each other in a circle, so none can ever start: %s",
		`"`+strings.Join(names, `" -> "`)+`"`).
		Help("remove one of the dependencies")
	for i, s := range circle {
		b.Related(s.wait.list, "%s %s %q", containerLabel(s.container), s.wait.verb, names[i+1])
	}
	if slices.ContainsFunc(circle, func(s step) bool { return s.wait.verb != onDependsOn }) {
		b.Note("A container starts after those that it links to or takes volumes from, as if dependsOn named them.")
	}
}
