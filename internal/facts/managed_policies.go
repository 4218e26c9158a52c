package facts

// ManagedPolicy is a policy of IAM that AWS keeps.
type ManagedPolicy struct {
	Name    string
	Actions []string // that it allows on every resource
	Origin  Origin
}

// TaskExecutionRolePolicy is the policy that execution roles have for images and logs.
var TaskExecutionRolePolicy = ManagedPolicy{
	Name: "AmazonECSTaskExecutionRolePolicy",
	Actions: []string{
		"ecr:GetAuthorizationToken", "ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage",
		"logs:CreateLogStream", "logs:PutLogEvents",
	},
	Origin: Origin{
		AsOf: "2026-11-21",
		Sources: []string{
			"https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonECSTaskExecutionRolePolicy.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html",
		},
	},
}
