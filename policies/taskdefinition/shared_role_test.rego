package ecslint.taskdefinition.shared_role_test

import data.ecslint.taskdefinition.shared_role

found(task, execution) := report if {
	report := shared_role.report with input as {"_at": "", "taskRoleArn": task, "executionRoleArn": execution}
}

role(name) := sprintf("arn:aws:iam::123456789012:role/%s", [name])

test_one_role if {
	{finding.at | some finding in found(role("web"), role("web"))} == {"taskRoleArn"}
}

test_two_roles if count(found(role("web"), role("ecsTaskExecutionRole"))) == 0

test_words_to_fill_in if count(found("ROLE_ARN", "ROLE_ARN")) == 0

test_only_one_role if {
	shared_role.report == set() with input as {"_at": "", "taskRoleArn": role("web")}
	shared_role.report == set() with input as {"_at": "", "executionRoleArn": role("web")}
	shared_role.report == set() with input as {"_at": ""}
}
