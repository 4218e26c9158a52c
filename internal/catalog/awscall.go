package catalog

import (
	"slices"

	"github.com/ecslint/ecslint/rules"
)

// What answers that isn't AWS's API.
const (
	theCLI      = "The AWS CLI itself"
	aTask       = "A stopped task"
	deployTools = "Deploy tools"
)

// bySubject are the calls that take what a rule reads; beyond ECS the services. An appspec has none: CodeDeploy says what
// ECS answers.
var bySubject = map[string]string{
	"taskdefinition": "RegisterTaskDefinition",
	"service":        "CreateService, UpdateService",
	"task":           "RunTask, StartTask",
	"capacity":       "CreateCapacityProvider",
	"placement":      "CreateService, RunTask",
	"scaling":        "Application Auto Scaling",
	"schedule":       "EventBridge and its Scheduler",
	"repository":     "ECR",
	"project":        "CreateService, UpdateService",
	"command":        theCLI,
	"object":         theCLI,
}

// answering are the rules, or single texts of rules, that another call answers than the subject tells.
var answering = map[string][]string{
	"CreateCluster, PutClusterCapacityProviders": {
		"unassociated-capacity-provider", "several-strategy-bases", "exec-log-without-override", "exec-override-without-log",
	},
	"RegisterTaskDefinition": {
		"Invalid 'containerPort' setting for container 'web'.",
		"invalid-placement-expression",
	},
	"EventBridge and its Scheduler": {
		"Parameter NetworkConfiguration must be specified for target nightly when launch type is FARGATE",
		"Parameter NetworkConfiguration must be specified for the target when launch type is FARGATE",
		"Parameter AssignPublicIp for target nightly is not supported when launch type is EC2",
		"Parameter PlatformVersion for target nightly is not supported when launch type is EC2",
	},
	"RunTask":   {"untrusting-role"},
	theCLI:      {`Missing required parameter in capacityProviderStrategy[1]: "capacityProvider"`},
	aTask:       {"malformed-secret-arn"},
	deployTools: {"unknown-render-container"},
}

func callOf(r *rules.Rule, text string) string {
	for call, answered := range answering {
		if slices.Contains(answered, r.Name) || slices.Contains(answered, text) {
			return call
		}
	}
	return bySubject[r.Subject]
}
