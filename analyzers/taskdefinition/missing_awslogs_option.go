package taskdefinition

import (
	"fmt"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

const noStreamPrefixText = "Fargate requires log configuration options to include awslogs-stream-prefix to support log driver awslogs."

var missingAwslogsOption = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "missing-awslogs-option",
		Title:    "The log driver awslogs lacks an option that it needs",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Error,
		Since:    "0.1.0",
		Aliases: []string{
			"cfn-lint:E3046",
			"cdk-preflight:ecs-awslogs-missing-group",
			"cdk-preflight:ecs-awslogs-fargate-missing-stream-prefix",
		},
		AWSErrors: []string{
			missingOptionsText([]string{"awslogs-group"}),
			missingOptionsText([]string{"awslogs-region", "awslogs-group"}),
			noStreamPrefixText,
		},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-awslogs-missing-group",
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-awslogs-fargate-missing-stream-prefix",
			"https://github.com/klothoplatform/klotho/issues/892",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			driver := c.LogConfiguration.LogDriver
			if name, _ := driver.Get(); !p.Known(driver) || name != "awslogs" {
				continue
			}
			checkAwslogsOptions(p, c)
			checkStreamPrefix(p, c)
		}
	},
}

func missingOptionsText(options []string) string {
	return "Log driver awslogs requires options: " + strings.Join(options, ", ")
}

func checkAwslogsOptions(p *analysis.Pass, c ecs.ContainerDefinition) {
	var missing []string
	for _, option := range []string{"awslogs-region", "awslogs-group"} {
		if lacksLogOption(p, c.LogConfiguration, option) {
			missing = append(missing, option)
		}
	}
	if len(missing) == 0 {
		return
	}
	p.Reportf(c.LogConfiguration.Options, "%s logs with awslogs, but without %s", containerLabel(c), strings.Join(missing, " and ")).
		Help("add, for example, %s", exampleOptions(missing)).
		Note("AWS refuses it: %q", missingOptionsText(missing))
}

func exampleOptions(missing []string) string {
	examples := map[string]string{
		"awslogs-region": `"awslogs-region": "eu-central-1"`,
		"awslogs-group":  `"awslogs-group": "/ecs/web"`,
	}
	var list []string
	for _, option := range missing {
		list = append(list, examples[option])
	}
	return strings.Join(list, " and ") + ` to "options"`
}

func checkStreamPrefix(p *analysis.Pass, c ecs.ContainerDefinition) {
	const option = "awslogs-stream-prefix"
	if !lacksLogOption(p, c.LogConfiguration, option) {
		return
	}
	message := fmt.Sprintf("%s logs with awslogs, but without %s", containerLabel(c), option)
	help := `add "awslogs-stream-prefix": "ecs" to "options"; the streams are then called ecs/CONTAINER/TASK`
	if fargate := askFargate(p); fargate.applies() {
		p.Reportf(c.LogConfiguration.Options, "%s; %s", message, fargate.because).
			Help("%s", help).
			Note("%s", fargate.refusal(noStreamPrefixText))
		return
	}
	if because, is := p.Project.Platforms(p.Object).Requires(ecs.ManagedInstances); is.IsTrue() {
		p.Reportf(c.LogConfiguration.Options, "%s; %s", message, because).
			Severity(rules.Warning). // documented; AWS's answer isn't known
			Help("%s", help)
	}
}

// lacksLogOption is true where an option is missing for certain, also among those that secrets fill in.
func lacksLogOption(p *analysis.Pass, log ecs.LogConfiguration, name string) bool {
	option := log.Options.Get(name)
	if !p.Known(option, log.SecretOptions) || !option.Absent() {
		return false
	}
	for _, s := range log.SecretOptions.Items {
		if given, _ := s.Name.Get(); !p.Known(s.Name) || given == name {
			return false
		}
	}
	return true
}
