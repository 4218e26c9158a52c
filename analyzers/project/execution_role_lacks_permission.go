package project

import (
	"regexp"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var executionRoleLacksPermission = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "execution-role-lacks-permission",
		Title:    "No policy of the execution role allows what ECS does with it",
		Subject:  "project",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html",
		},
	},
	Run: func(p *analysis.Pass) {
		td := p.TaskDefinition()
		if td == nil {
			return
		}
		role := p.Project.Referred(td.ExecutionRoleArn)
		if role.Role() == nil {
			return
		}
		for _, need := range permissionsFor(p) {
			checkGrants(p, role, need)
		}
	},
}

// permission is what the execution role has to allow.
type permission struct {
	task    string // completes "to ... the role needs"
	at      value.Located
	actions []string
}

func checkGrants(p *analysis.Pass, role *ecs.Object, need permission) {
	var lacking []string
	for _, action := range need.actions {
		switch granted := p.Project.Grants(role, action); {
		case granted.IsUnknown():
			p.Undecided(need.at)
		case granted.IsFalse():
			lacking = append(lacking, action)
		}
	}
	if len(lacking) == 0 {
		return
	}
	actions := strings.Join(lacking, " and ")
	b := p.Reportf(p.TaskDefinition().ExecutionRoleArn, "to %s the execution role %s needs %s, which none of its policies allows", need.task, role.Origin.ID, actions).
		Help("allow %s in a policy of %s", actions, role.Origin.ID).
		Related(need.at, "needed here").
		Related(role.Role().Where(), "the execution role")
	if standard := facts.TaskExecutionRolePolicy; containsAll(standard.Actions, lacking) {
		b.Help("add the managed policy %s to %s", standard.Name, role.Origin.ID)
	}
}

func containsAll(list, wanted []string) bool {
	return !slices.ContainsFunc(wanted, func(s string) bool { return !slices.Contains(list, s) })
}

// permissionsFor is what the containers of the pass's task definition need, each of it once.
func permissionsFor(p *analysis.Pass) []permission {
	_, fargate := p.Project.Platforms(p.Object).Requires(ecs.Fargate)
	var all []permission
	for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
		needs := forSecrets(p.Project, c)
		if fargate.IsTrue() {
			needs = append(needs, onFargate(c)...) // on EC2 the role of the instance does it
		}
		for _, need := range needs {
			if !slices.ContainsFunc(all, func(n permission) bool { return n.task == need.task }) {
				all = append(all, need)
			}
		}
	}
	return all
}

const getSecret = "secretsmanager:GetSecretValue"

func forSecrets(project *ecs.Project, c ecs.ContainerDefinition) []permission {
	var needs []permission
	for _, secret := range slices.Concat(c.Secrets.Items, c.LogConfiguration.SecretOptions.Items) {
		switch storeOf(project, secret.ValueFrom) {
		case "secretsmanager":
			needs = append(needs, permission{"read secrets", secret.ValueFrom, []string{getSecret}})
		case "ssm":
			needs = append(needs, permission{"read parameters", secret.ValueFrom, []string{"ssm:GetParameters"}})
		}
	}
	credentials := c.RepositoryCredentials.CredentialsParameter
	if _, known := credentials.Get(); known || project.Referred(credentials) != nil {
		needs = append(needs, permission{"read secrets", credentials, []string{getSecret}})
	}
	return needs
}

var storeARN = regexp.MustCompile(`^arn:[^:]+(?:::[^:]+)?:(secretsmanager|ssm):`)

// storeOf is the service that keeps a secret; "" where that isn't known.
func storeOf(project *ecs.Project, from value.Value[string]) string {
	if o := project.Referred(from); o != nil {
		return map[string]string{"AWS::SecretsManager::Secret": "secretsmanager", "AWS::SSM::Parameter": "ssm"}[o.Origin.Resource]
	}
	text, known := from.Get()
	if m := storeARN.FindStringSubmatch(text); m != nil {
		return m[1]
	}
	if known && !strings.HasPrefix(text, "arn:") {
		return "ssm"
	}
	return ""
}

func onFargate(c ecs.ContainerDefinition) []permission {
	var needs []permission
	if image, _ := c.Image.Get(); ecs.InPrivateECR(image) {
		needs = append(needs, permission{"pull images", c.Image, []string{"ecr:GetAuthorizationToken"}})
	}
	logs := c.LogConfiguration
	if driver, _ := logs.LogDriver.Get(); driver == "awslogs" {
		needs = append(needs, permission{"write logs", logs.LogDriver, []string{"logs:CreateLogStream", "logs:PutLogEvents"}})
		create := logs.Options.Get("awslogs-create-group")
		if text, _ := create.Get(); strings.EqualFold(text, "true") {
			needs = append(needs, permission{"make log groups", create, []string{"logs:CreateLogGroup"}})
		}
	}
	return needs
}
