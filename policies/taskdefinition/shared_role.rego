# METADATA
# title: The task role is the task execution role too
# custom:
#   severity: info
#   category: security
#   since: 0.1.0
#   aliases:
#     - checkov:CKV_AWS_249
#   sources:
#     - https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html
#     - https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
package ecslint.taskdefinition.shared_role

import data.ecslint.finding

report contains found if {
	contains(input.taskRoleArn, ":role/")
	input.taskRoleArn == input.executionRoleArn
	about := finding.at(input, "taskRoleArn", "the task role is the execution role too: the containers may do all that ECS may for them")
	found := finding.help(about, "give the task a role of its own, with what its programs need")
}
