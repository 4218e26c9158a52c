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
	"launch":         "CreateService, RunTask",
	"task":           "RunTask, StartTask",
	"capacity":       "CreateCapacityProvider",
	"placement":      "CreateService, RunTask",
	"scaling":        "Application Auto Scaling",
	"schedule":       "EventBridge and its Scheduler",
	"repository":     "ECR",
	"project":        "CreateService, UpdateService",
	"simulation":     "A service's events, RunTask",
	"command":        theCLI,
	"object":         theCLI,
}

// answering are the rules, or single texts of rules, that another call answers than the subject tells.
var answering = map[string][]string{
	"CreateCluster, PutClusterCapacityProviders, CreateService, RunTask": {
		"The specified capacity provider strategy cannot contain a capacity provider that is not associated with the cluster",
	},
	"PutClusterCapacityProviders": {"The specified capacity provider is in use and cannot be removed."},
	"CreateCluster, PutClusterCapacityProviders": {
		"exec-log-without-override", "exec-override-without-log",
		"The specified capacity provider strategy contains multiple capacity providers with a base value defined. Only one capacity provider per strategy can have a base value defined.",
	},
	"CreateService, UpdateService": {
		"exec-without-task-role", "launch-type-with-capacity-providers", "mixed-capacity-providers", "no-capacity-provider-weight",
		"placement-on-fargate", "distinct-instance-expression", "invalid-binpack-field", "random-placement-field",
		"There are multiple capacity providers in the specified capacity provider strategy with a base value defined",
		"The platform version must be null when specifying an EC2 launch type.",
		"invalid-revision",
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
	"CreateService, RunTask": {"One or more of the requested capabilities are not supported."},
	"RunTask":                {"untrusting-role", "Specify either Launch Type or Capacity Provider Strategy, but not both."},
	theCLI:                   {`Missing required parameter in capacityProviderStrategy[1]: "capacityProvider"`},
	aTask:                    {"malformed-secret-arn"},
	deployTools:              {"unknown-render-container"},
}

func callOf(r *rules.Rule, text string) string {
	for _, key := range []string{text, r.Name} { // what is said of a single text goes before what is said of its rule
		for call, answered := range answering {
			if slices.Contains(answered, key) {
				return call
			}
		}
	}
	return bySubject[r.Subject]
}
