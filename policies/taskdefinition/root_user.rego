# METADATA
# title: A container is told to run as root
# custom:
#   severity: info
#   category: security
#   since: 0.1.0
#   aliases:
#     - security-hub:ECS.20
#     - control-tower:CT.ECS.PR.3
#     - aws-config:ECS_TASK_DEFINITION_NONROOT_USER
#   sources:
#     - https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html
#     - https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-20
package ecslint.taskdefinition.root_user

import data.ecslint.finding

# No user means that of the image, which can't be seen from here.
report contains found if {
	some container in input.containerDefinitions
	split(container.user, ":")[0] in {"0", "root"}
	not container.firelensConfiguration # the console writes user 0 for its log routers
	about := finding.at(container, "user", "the user is root")
	advised := finding.help(about, "name a user who may do what the program needs, such as 1000:1000, or leave that to the image")
	found := finding.reads(advised, [[container, "firelensConfiguration"]])
}
