package taskdefinition

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

const (
	roleForImagesText      = "Fargate requires task definition to have execution role ARN to support ECR images."
	roleForLogsText        = "Fargate requires task definition to have execution role ARN to support log driver awslogs."
	roleForSecretsText     = "When you are specifying container secrets, you must also specify a value for 'executionRoleArn'."
	roleForCredentialsText = "Private repository authentication requires that the task definition specify a value for executionRoleArn."
)

var missingExecutionRole = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "missing-execution-role",
		Title:     "The task definition has no execution role, but needs one",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-fargate-execution-role-missing-awslogs", "cdk-preflight:ecs-secrets-without-execution-role"},
		AWSErrors: []string{roleForImagesText, roleForLogsText, roleForSecretsText, roleForCredentialsText},
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html",
			"https://github.com/hashicorp/terraform-provider-aws/issues/3051",
			"https://github.com/virtual-kubelet/virtual-kubelet/issues/193",
			"https://github.com/fabfuel/ecs-deploy/issues/87",
			"https://github.com/sil-org/ecs-deploy/issues/188",
		},
	},
	Run: func(p *analysis.Pass) {
		if !p.TaskDefinition().ExecutionRoleArn.Absent() {
			return // an unknown role is a role: something fills it in
		}
		fargate := askFargate(p)
		for _, need := range roleNeeds {
			if users := need.users(p.TaskDefinition()); len(users) > 0 {
				need.judge(p, fargate, users)
			}
		}
	},
}

// roleUser is a container that needs the role, and the place in it that shows so.
type roleUser struct {
	container ecs.ContainerDefinition
	at        value.Located
}

func (n roleNeed) users(td *ecs.TaskDefinition) []roleUser {
	var users []roleUser
	for _, c := range td.ContainerDefinitions.Items {
		if at, ok := n.of(c); ok {
			users = append(users, roleUser{c, at})
		}
	}
	return users
}

// judge reports all users at once: one role serves them all.
func (n roleNeed) judge(p *analysis.Pass, fargate fargate, users []roleUser) {
	if !n.instanceRoleServes {
		b := n.report(p, users, "")
		if n.refusal == "" {
			b.Severity(rules.Warning)
			return
		}
		b.Note("AWS refuses it: %q", n.refusal)
		return
	}
	if fargate.applies() {
		n.report(p, users, "; "+fargate.because).Note("%s", fargate.refusal(n.refusal))
		return
	}
	for _, platform := range []ecs.Platform{ecs.External, ecs.ManagedInstances} {
		if because, is := p.Project.Platforms(p.Object).Requires(platform); is.IsTrue() {
			n.report(p, users, "; "+because).Severity(rules.Warning)
			return
		}
	}
}

func (n roleNeed) report(p *analysis.Pass, users []roleUser, because string) *analysis.Builder {
	who := containerLabel(users[0].container)
	if more := len(users) - 1; more > 0 {
		who += fmt.Sprintf(" and %d more", more)
	}
	b := p.Reportf(p.TaskDefinition().ExecutionRoleArn, "no execution role to %s of %s%s", n.task, who, because).
		Help(`add "executionRoleArn" with a role that trusts ecs-tasks.amazonaws.com and %s`, n.permission)
	for _, u := range users {
		b.Related(u.at, "%s needs it", containerLabel(u.container))
	}
	return b
}
