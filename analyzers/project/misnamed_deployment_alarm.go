package project

import (
	"slices"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

var misnamedDeploymentAlarm = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "misnamed-deployment-alarm",
		Title:    "A service's deployments watch an alarm of nearly the name that one beside it has",
		Subject:  "project",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentAlarms.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html",
		},
	},
	Run: func(p *analysis.Pass) {
		if p.Object.Origin == nil {
			return // alarms are read in templates only
		}
		for _, watched := range alarmsWatched(p.Object).values {
			name, ok := watched.Get()
			if !ok {
				continue
			}
			if meant, ok := meantAmong(p, watched, name, alarmsMade(p), everywhere(p, alarmsWatched), asItIs); ok {
				own, _ := meant.name.Get()
				p.Reportf(watched, "no alarm %q is made here, but %q is, which no deployment watches", name, own).
					Help("write %q", own).
					Related(meant.name, "the alarm")
			}
		}
	},
}

func alarmsWatched(o *ecs.Object) references {
	if o.Type != ecs.TypeService {
		return only()
	}
	return listed(o.Service().DeploymentConfiguration.Alarms.AlarmNames)
}

// alarmsMade leaves out those that something else is made of, as a composite alarm is.
func alarmsMade(p *analysis.Pass) []made {
	var all []made
	for _, o := range p.Project.Objects {
		if alarm := o.Alarm(); alarm != nil && ecs.SameStack(o, p.Object) && !isReferred(p, o) {
			all = append(all, made{o, alarm.AlarmName})
		}
	}
	return all
}

// isReferred reports what another object than that of the pass is made of.
func isReferred(p *analysis.Pass, o *ecs.Object) bool {
	return slices.ContainsFunc(p.Project.Objects, func(other *ecs.Object) bool {
		return other != p.Object && other.Origin != nil && slices.Contains(other.Origin.DependsOn, o.Origin.ID)
	})
}

func asItIs(name string) string { return name }
