package ecslint.taskdefinition.no_log_configuration_test

import data.ecslint.taskdefinition.no_log_configuration

found(platforms, container) := {[object.get(finding, "severity", "warning"), finding.at] |
	some finding in no_log_configuration.report with input as {
		"_at": "",
		"requiresCompatibilities": platforms,
		"containerDefinitions": [object.union(container, {"_at": "containerDefinitions[web]", "name": "web"})],
	}
}

place := "containerDefinitions[web].logConfiguration"

test_severity_by_platform if {
	found(["FARGATE"], {}) == {["warning", place]}
	found(["EC2", "FARGATE"], {}) == {["warning", place]}
	found(["EC2"], {}) == {["info", place]}
	found([], {}) == {["info", place]}
}

test_logs if count(found(["FARGATE"], {"logConfiguration": {"logDriver": "awslogs"}})) == 0

test_log_router if count(found(["FARGATE"], {"firelensConfiguration": {"type": "fluentbit"}})) == 0
