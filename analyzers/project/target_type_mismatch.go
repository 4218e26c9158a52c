package project

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var targetTypeMismatch = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "target-type-mismatch",
		Title:    "A service's target group takes other targets than the network mode of its tasks gives",
		Subject:  "project",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Error,
		Since:    "0.1.0",
		AWSErrors: []string{
			fmt.Sprintf(targetTypeText, "instance", "awsvpc"),
			fmt.Sprintf(targetTypeText, "ip", "bridge"),
		},
		Sources: []string{
			"https://github.com/hashicorp/terraform-provider-aws/issues/11723",
			"https://github.com/hashicorp/terraform-provider-aws/issues/12252",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html",
			"https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html",
		},
	},
	Run: func(p *analysis.Pass) {
		balancers := loadBalancersOf(p)
		if len(balancers) == 0 {
			return
		}
		td := p.Project.TaskDefinitionOf(p.Object)
		if td == nil {
			return
		}
		for _, lb := range balancers {
			checkTargetType(p, lb.TargetGroupArn, td)
			checkTargetType(p, lb.AdvancedConfiguration.AlternateTargetGroupArn, td)
		}
	},
}

const targetTypeText = "The provided target group arn:... has target type %s, which is incompatible with the %s network mode specified in the task definition."

func checkTargetType(p *analysis.Pass, arn value.Value[string], td *ecs.Object) {
	group := p.Project.Referred(arn)
	targets := group.TargetGroup()
	if targets == nil {
		return
	}
	mode := td.TaskDefinition().NetworkMode
	if !p.Known(targets.TargetType, mode) {
		return
	}
	takes, _ := targets.TargetType.Or("instance")
	needed := targetTypeFor(p, mode, td)
	if needed == "" || takes == needed {
		return
	}
	tasks := "tasks without a network mode"
	name, _ := mode.Or("bridge")
	if !mode.Absent() {
		tasks = fmt.Sprintf("tasks in network mode %q", name)
	}
	b := p.Reportf(arn, "target group %s takes targets of type %s, but %s are targets of type %s", group.Origin.ID, takes, tasks, needed).
		Help("set TargetType of %s to %s", group.Origin.ID, needed).
		Related(targets.TargetType, "the target group").
		Related(mode, "the task definition")
	if takes == "ip" || takes == "instance" {
		b.Note("AWS refuses it: %q", fmt.Sprintf(targetTypeText, takes, name))
	}
}

// targetTypeFor is the type of the targets that tasks of a task definition are; "" where that is another rule's to say.
// Without a network mode tasks share the network of their instance, in bridge mode or in that of Windows.
func targetTypeFor(p *analysis.Pass, mode value.Value[string], td *ecs.Object) string {
	switch name, _ := mode.Get(); name {
	case "awsvpc":
		return "ip"
	case "bridge", "host":
		return "instance"
	}
	if _, fargate := p.Project.Platforms(td).Requires(ecs.Fargate); mode.Absent() && !fargate.IsTrue() {
		return "instance"
	}
	return ""
}
