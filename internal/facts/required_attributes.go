package facts

// Attributes that ECS requires of a container instance for what a task definition holds. AWS documents that it derives them
// (requiresAttributes of DescribeTaskDefinition), not from what: those listed here stand in answers of AWS for task definitions with
// the feature, or AWS's pages say so (log drivers). The agent registers more, of which nobody has seen what requires them.
const (
	AttributeTaskENI              = "ecs.capability.task-eni"
	AttributeTaskRole             = "com.amazonaws.ecs.capability.task-iam-role"
	AttributeTaskRoleOnHost       = "com.amazonaws.ecs.capability.task-iam-role-network-host"
	AttributeECR                  = "com.amazonaws.ecs.capability.ecr-auth"
	AttributeECRByExecutionRole   = "ecs.capability.execution-role-ecr-pull"
	AttributeLogsByExecutionRole  = "ecs.capability.execution-role-awslogs"
	AttributeParameterSecrets     = "ecs.capability.secrets.ssm.environment-variables"
	AttributeSecretsManager       = "ecs.capability.secrets.asm.environment-variables"
	AttributeEnvironmentFiles     = "ecs.capability.env-files.s3"
	AttributeHealthCheck          = "ecs.capability.container-health-check"
	AttributeContainerOrdering    = "ecs.capability.container-ordering"
	AttributeEFS                  = "ecs.capability.efs"
	attributeOfLogDriver          = "com.amazonaws.ecs.capability.logging-driver."
	attributeOfFireLensConfigType = "ecs.capability.firelens."
)

// AttributeOfLogDriver is that of a log driver which the agent has to register (ECS_AVAILABLE_LOGGING_DRIVERS); false of a driver that
// tasks on EC2 can't have.
func AttributeOfLogDriver(name string) (string, bool) {
	switch name {
	case "awsfirelens", "awslogs", "fluentd", "gelf", "journald", "json-file", "logentries", "splunk", "syslog":
		return attributeOfLogDriver + name, true
	}
	return "", false
}

// AttributeOfFireLens is that of a container that routes logs; false of a type that there isn't.
func AttributeOfFireLens(kind string) (string, bool) {
	return attributeOfFireLensConfigType + kind, kind == "fluentd" || kind == "fluentbit"
}

// RequiredAttributesOrigin is where these are from.
var RequiredAttributesOrigin = Origin{
	AsOf: "2026-11-29",
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html",
		"https://github.com/aws/amazon-ecs-agent/blob/8dfceca/agent/app/agent_capability.go",
		"answers of DescribeTaskDefinition in public repositories",
	},
}
