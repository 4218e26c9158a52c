package ecslint.taskdefinition.mutable_image_tag_test

import data.ecslint.taskdefinition.mutable_image_tag

found(image) := report if {
	report := mutable_image_tag.report with input as {
		"_at": "",
		"containerDefinitions": [{"_at": "containerDefinitions[web]", "name": "web", "image": image}],
	}
}

test_mutable_images if {
	every image in {
		"nginx",
		"nginx:latest",
		"localhost:5000/team/app",
		"123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:latest",
	} {
		{finding.at | some finding in found(image)} == {"containerDefinitions[web].image"}
	}
}

test_named_images if {
	every image in {
		"nginx:1.27",
		"nginx:latest-alpine",
		"localhost:5000/team/app:v3",
		"nginx@sha256:0000",
		"IMAGE_URI",
		"nginx:latest@sha256:0000",
	} {
		found(image) == set()
	}
}

test_image_that_is_no_text if count(found(5)) == 0

test_no_image if {
	mutable_image_tag.report == set() with input as {"_at": "", "containerDefinitions": [{"_at": "containerDefinitions[0]"}]}
}
