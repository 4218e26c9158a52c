package task

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/json"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/internal/workload"
	"github.com/ecslint/ecslint/rules"
)

func unknownOverrideText(container string) string {
	return fmt.Sprintf("Override for container named %s is not a container in the TaskDefinition.", container)
}

var unknownOverrideContainer = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "unknown-override-container",
		Title:     "An override is for a container that the task definition doesn't have",
		Subject:   "task",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{unknownOverrideText("web")},
		Sources: []string{
			"https://github.com/azavea/django-ecsmanage/issues/21",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerOverride.html",
		},
	},
	Run: func(p *analysis.Pass) {
		td := p.Project.TaskDefinitionOf(p.Object)
		if td == nil {
			return
		}
		for _, o := range overridesOf(p.Object) {
			checkOverridden(p, o, td)
		}
	},
}

// override is one for a container.
type override struct {
	container value.Value[string]
	at        value.Located
}

// overridesOf are those of a task; of an event rule and of a schedule they stand in the input of the task, as JSON.
func overridesOf(o *ecs.Object) []override {
	var overrides []override
	switch o.Type {
	case ecs.TypeTask:
		for _, c := range o.Task().Overrides.ContainerOverrides.Items {
			overrides = append(overrides, override{c.Name, c.Name})
		}
	case ecs.TypeSchedule:
		return overridesIn(o.Schedule().Target.Input)
	case ecs.TypeEventTargets:
		for _, t := range o.EventTargets().Targets.Items {
			overrides = append(overrides, overridesIn(t.Input)...)
		}
	}
	return overrides
}

func overridesIn(input value.Value[string]) []override {
	text, ok := input.Get()
	if !ok || syntax.HasPlaceholder(text) {
		return nil
	}
	root, problems := json.Parse(input.Where().Node().Text)
	if len(problems) > 0 {
		return nil // another rule speaks of it
	}
	var overrides []override
	names := value.ListOf(value.NewObject(root), "containerOverrides", func(o value.Object) value.Value[string] { return value.String(o, "name") })
	for _, name := range names.Items {
		if _, ok := name.Get(); ok {
			overrides = append(overrides, override{name, input.Where().Within(name.Where().Range())})
		}
	}
	return overrides
}

func checkOverridden(p *analysis.Pass, o override, td *ecs.Object) {
	wanted, ok := o.container.Get()
	switch {
	case !p.Known(o.container):
		return
	case !ok:
		p.Reportf(o.at, "an override of a container names none").
			Severity(rules.Warning). // documented; AWS's answer isn't known
			Help(`add "name", with the name of the container`)
		return
	}
	containers := td.TaskDefinition().ContainerDefinitions
	unknown := []analysis.Unknowable{containers}
	var others []string
	for _, c := range containers.Items {
		other, known := c.Name.Get()
		switch {
		case known && other == wanted:
			return
		case known:
			others = append(others, strconv.Quote(other))
		default:
			unknown = append(unknown, c.Name)
		}
	}
	if len(others) == 0 || !p.Known(unknown...) {
		return
	}
	p.Reportf(o.at, "the override is for container %q, which %s doesn't have: it has %s", wanted, td.Label(), strings.Join(others, ", ")).
		Help("name a container of the task definition").
		Related(containers, "the containers of the task definition").
		Note("%s", workload.Refusal(p.Object, unknownOverrideText(wanted)))
}
