package taskdefinition

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/rules"
)

var fargateLogDriver = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:       "fargate-log-driver",
		Title:      "A container logs with a driver that Fargate doesn't have",
		Subject:    "taskdefinition",
		Engine:     rules.Go,
		Category:   rules.Correctness,
		Severity:   rules.Error,
		Since:      "0.1.0",
		Aliases:    []string{"cfn-lint:E3713", "cfn-lint:E3048", "cdk-preflight:ecs-fargate-log-driver-unsupported"},
		AWSErrors:  []string{invalidDriverText("json-file")},
		Supersedes: []string{"invalid-value"},
		Sources: append([]string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-fargate-log-driver-unsupported",
		}, facts.FargateLogDriversOrigin.Sources...),
	},
	Run: func(p *analysis.Pass) {
		fargate := askFargate(p)
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			checkFargateLogDriver(p, fargate, c)
		}
	},
}

func invalidDriverText(driver string) string {
	return fmt.Sprintf("%s is not a valid log driver. Must be one of [%s]", driver, strings.Join(facts.FargateLogDrivers, ", "))
}

func checkFargateLogDriver(p *analysis.Pass, fargate fargate, c ecs.ContainerDefinition) {
	logDriver := c.LogConfiguration.LogDriver
	driver, ok := logDriver.Get()
	onLinux := slices.Contains(facts.FargateLogDrivers, driver)
	everywhere := onLinux && !slices.Contains(facts.FargateWindowsLacks, driver)
	if logDriver.Absent() || ok && everywhere || !fargate.applies() || !p.Known(logDriver) {
		return
	}
	if !onLinux {
		p.Reportf(logDriver, "%s logs with driver %q, which Fargate doesn't have; %s", containerLabel(c), driver, fargate.because).
			Help("%s", driverHelp(p, driver)).
			Note("%s", fargate.refusal(invalidDriverText(driver)))
		return
	}
	system := p.TaskDefinition().RuntimePlatform.OperatingSystemFamily
	if p.Known(system) && runsWindows(p.TaskDefinition()).IsTrue() {
		p.Reportf(logDriver, "%s logs with driver %q, which Windows on Fargate doesn't have; %s", containerLabel(c), driver, fargate.because).
			Severity(rules.Warning). // documented; AWS's answer isn't known
			Help("use awslogs").
			Related(system, "the operating system")
	}
}

func driverHelp(p *analysis.Pass, driver string) string {
	if similar, ok := diag.Suggest(driver, facts.FargateLogDrivers); ok {
		return fmt.Sprintf("write %q", similar)
	}
	if runsWindows(p.TaskDefinition()).IsTrue() {
		return "use awslogs"
	}
	return "use awslogs, or splunk, or awsfirelens with a FireLens container"
}
