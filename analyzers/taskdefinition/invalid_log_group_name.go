package taskdefinition

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const invalidLogGroupText = "Log driver awslogs option 'awslogs-group' contains invalid characters."

var invalidLogGroupName = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "invalid-log-group-name",
		Title:     "The name of a log group has characters that AWS refuses",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cfn-lint:E3046"},
		AWSErrors: []string{invalidLogGroupText},
		Sources:   []string{"https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html"},
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			if driver, _ := c.LogConfiguration.LogDriver.Get(); driver != "awslogs" {
				continue
			}
			group := c.LogConfiguration.Options.Get("awslogs-group")
			name, _ := group.Get()
			foreign := foreignToLogGroups.FindString(name)
			if !p.Known(group) || foreign == "" {
				continue
			}
			p.Reportf(group, "%s logs to the group %q, whose name %s", containerLabel(c), name, holds(foreign)).
				Help("%s", logGroupHelp(name)).
				Note("AWS refuses it: %q", invalidLogGroupText)
		}
	},
}

var foreignToLogGroups = regexp.MustCompile(`[^A-Za-z0-9_./#-]`)

func logGroupHelp(name string) string {
	if _, group, ok := strings.Cut(name, ":log-group:"); ok {
		group, _, _ = strings.Cut(group, ":")
		return fmt.Sprintf("write the name alone, without the rest of its ARN: %q", group)
	}
	return "use letters, digits and . _ / - #"
}
