package project

import (
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var missingLogGroup = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "missing-log-group",
		Title:    "Neither the template nor the log driver makes the log group of a container",
		Subject:  "project",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html",
		},
	},
	Run: func(p *analysis.Pass) {
		td := p.TaskDefinition()
		if td == nil || p.Object.Origin == nil || !p.Project.Closed() {
			return
		}
		for _, c := range td.ContainerDefinitions.Items {
			options := c.LogConfiguration.Options
			if driver, _ := c.LogConfiguration.LogDriver.Get(); driver == "awslogs" && p.Known(options.Get("awslogs-create-group")) {
				checkLogGroup(p, options)
			}
		}
	},
}

func checkLogGroup(p *analysis.Pass, options value.Map) {
	group := options.Get("awslogs-group")
	create, _ := options.Get("awslogs-create-group").Get()
	name, ok := group.Get()
	if !ok || strings.EqualFold(create, "true") || p.Project.Referred(group) != nil {
		return
	}
	var unused []string
	for _, o := range p.Project.Objects {
		made := o.LogGroup()
		if made == nil || made.Name.Absent() {
			continue
		}
		other, known := made.Name.Get()
		switch {
		case !known:
			p.Undecided(group)
			return
		case other == name:
			return
		case !isUsed(p.Project, o):
			unused = append(unused, other)
		}
	}
	if meant, ok := diag.Suggest(name, unused); ok {
		p.Reportf(group, "the template makes no log group %q, but one called %q, which nothing uses", name, meant).
			Help("write to %q, or make that log group", meant)
		return
	}
	p.Reportf(group, "the template makes no log group %q: the container starts only if there is one already", name).
		Severity(rules.Info).
		Help(`make the log group in the template and refer to it, or set "awslogs-create-group" to "true"`)
}

// isUsed reports a log group that anything refers to, or whose name a container writes to.
func isUsed(project *ecs.Project, group *ecs.Object) bool {
	name, _ := group.LogGroup().Name.Get()
	return slices.ContainsFunc(project.Objects, func(o *ecs.Object) bool {
		return o.Origin != nil && slices.Contains(o.Origin.DependsOn, group.Origin.ID) || writesTo(o.TaskDefinition(), name)
	})
}

func writesTo(td *ecs.TaskDefinition, group string) bool {
	return td != nil && slices.ContainsFunc(td.ContainerDefinitions.Items, func(c ecs.ContainerDefinition) bool {
		name, _ := c.LogConfiguration.Options.Get("awslogs-group").Get()
		return name == group
	})
}
