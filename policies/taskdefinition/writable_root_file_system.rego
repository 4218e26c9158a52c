# METADATA
# title: A container can write to its root file system
# custom:
#   severity: info
#   category: security
#   since: 0.1.0
#   aliases:
#     - security-hub:ECS.5
#     - control-tower:CT.ECS.PR.6
#     - checkov:CKV_AWS_336
#     - aws-config:ECS_CONTAINERS_READONLY_ACCESS
#   sources:
#     - https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html
#     - https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-5
#     - https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
package ecslint.taskdefinition.writable_root_file_system

import data.ecslint.finding

# Nearly nobody sets it: where no container does, it is said once.
report contains found if {
	every container in input.containerDefinitions {
		not container._unknown # what else an incomplete list holds
		writable(container)
	}
	found := judged(input.containerDefinitions[0], in_all)
}

report contains found if {
	some container in input.containerDefinitions
	writable(container)
	some other in input.containerDefinitions
	other.readonlyRootFilesystem == true
	found := judged(container, in_one)
}

in_one := "the root file system is writable"

in_all := in_one if count(input.containerDefinitions) == 1

in_all := concat("", [in_one, ", as in all containers of the task"]) if count(input.containerDefinitions) > 1

writable(container) if not container.readonlyRootFilesystem

judged(container, message) := found if {
	not windows # has no such setting
	about := finding.at(container, "readonlyRootFilesystem", message)
	advised := finding.help(about, "set readonlyRootFilesystem to true, and mount volumes where the program writes")
	found := finding.reads(advised, [[input, "runtimePlatform.operatingSystemFamily"]])
}

windows if startswith(input.runtimePlatform.operatingSystemFamily, "WINDOWS")
