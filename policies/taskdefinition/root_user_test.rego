package ecslint.taskdefinition.root_user_test

import data.ecslint.taskdefinition.root_user

found(container) := report if {
	report := root_user.report with input as {
		"_at": "",
		"containerDefinitions": [object.union(container, {"_at": "containerDefinitions[web]"})],
	}
}

test_root if {
	every user in {"root", "0", "0:0", "root:root", "0:1000", "root:users"} {
		{finding.at | some finding in found({"user": user})} == {"containerDefinitions[web].user"}
	}
}

test_others if {
	every user in {"1000", "1000:0", "app:root", "rooter", "00root", "node"} {
		found({"user": user}) == set()
	}
}

test_image_decides if count(found({})) == 0

test_log_router if count(found({"user": "0", "firelensConfiguration": {"type": "fluentbit"}})) == 0
