package ecslint.taskdefinition.writable_root_file_system_test

import data.ecslint.taskdefinition.writable_root_file_system

found(containers, platform) := report if {
	report := writable_root_file_system.report with input as {
		"_at": "",
		"containerDefinitions": [object.union(container, {"_at": sprintf("containerDefinitions[%d]", [i])}) |
			some i, container in containers
		],
		"runtimePlatform": platform,
	}
}

places(containers) := {finding.at | some finding in found(containers, {})}

read_only := {"readonlyRootFilesystem": true}

test_once_where_none_is_read_only if {
	places([{}]) == {"containerDefinitions[0].readonlyRootFilesystem"}
	places([{}, {"readonlyRootFilesystem": false}, {}]) == {"containerDefinitions[0].readonlyRootFilesystem"}
}

test_each_where_another_is_read_only if {
	places([read_only, {}, {}]) == {
		"containerDefinitions[1].readonlyRootFilesystem",
		"containerDefinitions[2].readonlyRootFilesystem",
	}
	places([read_only, read_only]) == set()
}

test_more_containers_may_come if places([{}, {"_unknown": true}]) == set()

test_no_container if places([]) == set()

test_windows if {
	found([{}], {"operatingSystemFamily": "WINDOWS_SERVER_2022_CORE"}) == set()
	count(found([{}], {"operatingSystemFamily": "LINUX"})) == 1
}
