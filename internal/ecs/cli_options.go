package ecs

// globalOptions are those of both versions of the AWS CLI.
// https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-options.html
var globalOptions = append(
	globals(OneValue, "region", "profile", "output", "query", "endpoint-url", "color", "ca-bundle",
		"cli-read-timeout", "cli-connect-timeout", "cli-binary-format", "cli-error-format"),
	globals(NoValue, "debug", "no-verify-ssl", "no-paginate", "no-sign-request", "no-cli-pager", "cli-auto-prompt",
		"no-cli-auto-prompt", "version", "v2-debug")...,
)

func globals(values Arity, names ...string) []CLIOption {
	var options []CLIOption
	for _, name := range names {
		options = append(options, CLIOption{Name: name, Values: values, Global: true})
	}
	return options
}

// commonOptions are those of every subcommand that is a call of the API.
// https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-skeleton.html
var commonOptions = []CLIOption{
	{Name: "cli-input-json", Values: OneValue, JSON: true},
	{Name: "cli-input-yaml", Values: OneValue}, // version 2
	{Name: "generate-cli-skeleton", Values: MaybeValue},
}

// paginationOptions are those of subcommands that list things.
// https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-pagination.html
var paginationOptions = []CLIOption{
	{Name: "starting-token", Values: OneValue},
	{Name: "page-size", Values: OneValue},
	{Name: "max-items", Values: OneValue},
}

// monitorOptions are those of subcommands that change an Express service.
// https://docs.aws.amazon.com/cli/latest/reference/ecs/update-express-gateway-service.html
var monitorOptions = []CLIOption{
	{Name: "monitor-resources", Values: MaybeValue},
	{Name: "monitor-mode", Values: OneValue},
}

// waiters are what `aws ecs wait` waits for, with the subcommand whose options they take.
// https://docs.aws.amazon.com/cli/latest/reference/ecs/wait/index.html
var waiters = map[string]string{
	"services-stable":   "describe-services",
	"services-inactive": "describe-services",
	"tasks-running":     "describe-tasks",
	"tasks-stopped":     "describe-tasks",
}

// customSubcommands are those that the AWS CLI adds to the API, with their own options.
// https://docs.aws.amazon.com/cli/latest/reference/ecs/deploy/index.html
// https://docs.aws.amazon.com/cli/latest/reference/ecs/monitor-express-gateway-service.html
var customSubcommands = map[string][]CLIOption{
	"deploy": {
		{Name: "service", Values: OneValue, Required: true},
		{Name: "task-definition", Values: OneValue, Required: true},
		{Name: "codedeploy-appspec", Values: OneValue, Required: true},
		{Name: "cluster", Values: OneValue},
		{Name: "codedeploy-application", Values: OneValue},
		{Name: "codedeploy-deployment-group", Values: OneValue},
	},
	"monitor-express-gateway-service": {
		{Name: "service-arn", Values: OneValue, Required: true},
		{Name: "resource-view", Values: OneValue},
		{Name: "timeout", Values: OneValue},
		{Name: "mode", Values: OneValue},
	},
}
