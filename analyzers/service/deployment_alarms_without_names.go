package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/rules"
)

var deploymentAlarmsWithoutNames = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "deployment-alarms-without-names",
		Title:    "A deployment's alarms are on, but none is named",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentAlarms.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		alarms := p.Service().DeploymentConfiguration.Alarms
		written := alarms.AlarmNames.Where().Node()
		if !isTrue(alarms.Enable) || !p.Known(alarms.Enable, alarms.AlarmNames) || !alarms.AlarmNames.Absent() ||
			written == nil || written.Kind != syntax.Array || mayBeCompleted(p) {
			return // missing-key speaks of alarms without a list
		}
		p.Reportf(alarms.AlarmNames, "the alarms of deployments are on, but the list of alarms is empty: no alarm can stop a deployment").
			Help(`name the alarms in "alarmNames", or set "enable" to false`).
			Related(alarms.Enable, "the switch")
	}),
}
