# METADATA
# title: The tasks of the service get public IP addresses
# custom:
#   severity: info
#   category: security
#   since: 0.1.0
#   aliases:
#     - security-hub:ECS.2
#     - control-tower:CT.ECS.PR.9
#     - checkov:CKV_AWS_333
#   sources:
#     - https://docs.aws.amazon.com/AmazonECS/latest/developerguide/networking-outbound.html
#     - https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html
#     - https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-2
package ecslint.service.public_ip

import data.ecslint.finding

report contains found if {
	input.networkConfiguration.awsvpcConfiguration.assignPublicIp == "ENABLED"
	about := finding.at(
		input, "networkConfiguration.awsvpcConfiguration.assignPublicIp",
		"the tasks get public IP addresses: only their security groups keep the internet out",
	)
	found := finding.help(about, "check the security groups; with a NAT gateway or VPC endpoints, tasks in private subnets need no public address")
}
