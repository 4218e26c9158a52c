# METADATA
# title: A container sends its logs nowhere
# custom:
#   severity: warning
#   category: operations
#   since: 0.1.0
#   aliases:
#     - security-hub:ECS.9
#     - control-tower:CT.ECS.PR.5
#     - cdk-nag:AwsSolutions-ECS7
#   sources:
#     - https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
#     - https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html
#     - https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-9
package ecslint.taskdefinition.no_log_configuration

import data.ecslint.finding

report contains found if {
	some container in input.containerDefinitions
	not container.logConfiguration
	not container.firelensConfiguration # a log router is not asked to route its own
	advised := finding.help(judged(container), "add a logConfiguration, as with the driver awslogs, or awsfirelens")
	found := finding.reads(advised, [[container, "firelensConfiguration"]])
}

judged(container) := finding.at(
	container, "logConfiguration",
	"no logConfiguration: on Fargate, nobody can read what the container prints",
) if fargate

# Docker's default driver keeps them on the host for a while, and the host may collect them.
judged(container) := finding.severity(about, "info") if {
	not fargate
	about := finding.at(
		container, "logConfiguration",
		"no logConfiguration: what the container prints is lost with it, unless its host collects logs",
	)
}

fargate if "FARGATE" in input.requiresCompatibilities
