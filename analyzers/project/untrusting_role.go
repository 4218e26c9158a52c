package project

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

const cannotAssumeText = "ECS was unable to assume the role 'arn:...' that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions and that your IAM user has permissions to pass this role."

var untrustingRole = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "untrusting-role",
		Title:     "The trust policy of a role doesn't let the service assume it that has to",
		Subject:   "project",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{cannotAssumeText},
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/infrastructure_IAM_role.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/CWE_IAM_role.html",
			"https://docs.aws.amazon.com/scheduler/latest/UserGuide/setting-up.html",
			"proof: only what a role's trust policy names can assume it",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, use := range usesOfRoles(p.Object) {
			role := p.Project.Referred(use.role)
			if r := role.Role(); r != nil {
				checkTrust(p, use, role, r.Trusts(use.by))
			}
		}
	},
}

func checkTrust(p *analysis.Pass, use useOfRole, role *ecs.Object, trusts value.Tri) {
	if trusts.IsUnknown() {
		p.Undecided(use.role)
	}
	if !trusts.IsFalse() {
		return
	}
	b := p.Reportf(use.role, "the trust policy of role %s doesn't let %s assume it", role.Origin.ID, use.by).
		Help("allow sts:AssumeRole to the service %s in the trust policy", use.by).
		Related(role.Role().Trust.Where(), "the trust policy")
	if use.by == tasks {
		b.Note("AWS can't start the tasks: %q", cannotAssumeText)
	}
}

// What assumes roles.
const (
	tasks     = "ecs-tasks.amazonaws.com"
	ecsItself = "ecs.amazonaws.com"
	events    = "events.amazonaws.com"
	scheduler = "scheduler.amazonaws.com"
)

// useOfRole is a role with the service that assumes it.
type useOfRole struct {
	role value.Value[string]
	by   string
}

// usesOfRoles are the roles that an object hands on.
func usesOfRoles(o *ecs.Object) []useOfRole {
	switch o.Type {
	case ecs.TypeTaskDefinition:
		td := o.TaskDefinition()
		return []useOfRole{{td.ExecutionRoleArn, tasks}, {td.TaskRoleArn, tasks}}
	case ecs.TypeDaemonTaskDefinition:
		td := o.DaemonTaskDefinition()
		return []useOfRole{{td.ExecutionRoleArn, tasks}, {td.TaskRoleArn, tasks}}
	case ecs.TypeExpressService:
		s := o.ExpressService()
		return []useOfRole{{s.ExecutionRoleArn, tasks}, {s.TaskRoleArn, tasks}, {s.InfrastructureRoleArn, ecsItself}}
	case ecs.TypeCapacityProvider:
		return []useOfRole{{o.CapacityProvider().ManagedInstancesProvider.InfrastructureRoleArn, ecsItself}}
	case ecs.TypeService:
		return usesOfService(o.Service())
	case ecs.TypeEventTargets:
		var uses []useOfRole
		for _, target := range o.EventTargets().Targets.Items {
			uses = append(uses, useOfRole{target.RoleArn, events})
		}
		return uses
	case ecs.TypeSchedule:
		return []useOfRole{{o.Schedule().Target.RoleArn, scheduler}}
	}
	return nil
}

func usesOfService(s *ecs.Service) []useOfRole {
	uses := []useOfRole{{s.Role, ecsItself}}
	for _, lb := range s.LoadBalancers.Items {
		uses = append(uses, useOfRole{lb.AdvancedConfiguration.RoleArn, ecsItself})
	}
	for _, v := range s.VolumeConfigurations.Items {
		uses = append(uses, useOfRole{v.ManagedEBSVolume.RoleArn, ecsItself})
	}
	for _, c := range s.VpcLatticeConfigurations.Items {
		uses = append(uses, useOfRole{c.RoleArn, ecsItself})
	}
	for _, c := range s.ServiceConnectConfiguration.Services.Items {
		uses = append(uses, useOfRole{c.Tls.RoleArn, ecsItself})
	}
	for _, hook := range s.DeploymentConfiguration.LifecycleHooks.Items {
		uses = append(uses, useOfRole{hook.RoleArn, ecsItself})
	}
	return uses
}
