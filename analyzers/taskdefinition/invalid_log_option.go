package taskdefinition

import (
	"regexp"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/internal/fix"
	"github.com/ecslint/ecslint/rules"
)

const createGroupText = "Log driver awslogs option 'awslogs-create-group' should only be set to 'true', else omit option."

var invalidLogOption = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "invalid-log-option",
		Title:     "An option of a log driver has a value that it can't have",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{createGroupText},
		Sources: []string{
			"https://github.com/terraform-linters/tflint-ruleset-aws/issues/348",
			"https://github.com/moby/moby/blob/v28.0.0/daemon/logger/factory.go",
			"https://github.com/moby/moby/blob/v28.0.0/daemon/logger/awslogs/cloudwatchlogs.go",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			driver := c.LogConfiguration.LogDriver
			name, _ := driver.Get()
			if _, ofDocker := facts.LogOptionsOf(name); !p.Known(driver) || !ofDocker {
				continue
			}
			checkLogMode(p, c)
			if name == "awslogs" {
				checkCreateGroup(p, c)
				checkMultiline(p, c)
			}
		}
	},
}

// bufferSize is what Docker reads as a size in memory: https://github.com/docker/go-units/blob/v0.5.0/size.go
var bufferSize = regexp.MustCompile(`^\d+(\.\d+)? ?([kKmMgGtTpP]?[iI]?[bB]?)$`)

func checkLogMode(p *analysis.Pass, c ecs.ContainerDefinition) {
	mode, size := c.LogConfiguration.Options.Get("mode"), c.LogConfiguration.Options.Get("max-buffer-size")
	name, hasMode := mode.Get()
	if p.Known(mode) && hasMode && name != "blocking" && name != "non-blocking" {
		p.Reportf(mode, "%s: log mode %q is neither blocking nor non-blocking", containerLabel(c), name).
			Severity(rules.Warning). // documented, and in Docker's source; AWS's answer isn't known
			Help(`write "non-blocking", the default since June 2025, or "blocking"`)
	}
	amount, hasSize := size.Get()
	switch {
	case !p.Known(size) || !hasSize:
	case !bufferSize.MatchString(amount):
		p.Reportf(size, `%s: max-buffer-size %q is no size: it is a number with k, m or g, as in "25m"`, containerLabel(c), amount).
			Severity(rules.Warning).
			Help(`write it as in "25m"`)
	case name == "blocking":
		p.Reportf(size, "%s: max-buffer-size needs log mode non-blocking, and the mode is blocking", containerLabel(c)).
			Severity(rules.Warning).
			Help(`remove "max-buffer-size", or set "mode" to "non-blocking"`).
			Note("Docker starts no container with both.").
			Related(mode, "the log mode")
	}
}

func checkCreateGroup(p *analysis.Pass, c ecs.ContainerDefinition) {
	create := c.LogConfiguration.Options.Get("awslogs-create-group")
	text, ok := create.Get()
	if !p.Known(create) || !ok || strings.EqualFold(text, "true") { // "True" stands in templates of AWS
		return
	}
	b := p.Reportf(create, `%s: awslogs-create-group is %q, and can only be "true" or absent`, containerLabel(c), text).
		Help(`remove "awslogs-create-group": without it no group is created`).
		Note("AWS refuses it: %q", createGroupText)
	if text == "false" {
		b.Fix(diag.Fix{Message: "remove the option", Safe: true, Edits: fix.Remove(create)})
	}
}

func checkMultiline(p *analysis.Pass, c ecs.ContainerDefinition) {
	format, pattern := c.LogConfiguration.Options.Get("awslogs-datetime-format"), c.LogConfiguration.Options.Get("awslogs-multiline-pattern")
	if format.Absent() || pattern.Absent() || !p.Known(format, pattern) {
		return
	}
	p.Reportf(pattern, "%s has awslogs-multiline-pattern beside awslogs-datetime-format: only one of the two can be used", containerLabel(c)).
		Severity(rules.Warning). // pages of AWS differ, and Docker refuses it
		Help("remove one of the two").
		Note("Docker starts no container with both.").
		Related(format, "awslogs-datetime-format")
}
