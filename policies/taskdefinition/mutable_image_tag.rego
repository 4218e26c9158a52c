# METADATA
# title: The image has no tag, or the tag latest
# custom:
#   severity: warning
#   category: reliability
#   since: 0.1.0
#   sources:
#     - https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html
#     - https://aws.amazon.com/blogs/containers/announcing-software-version-consistency-for-amazon-ecs-services
package ecslint.taskdefinition.mutable_image_tag

import data.ecslint.finding

report contains found if {
	some container in input.containerDefinitions
	is_string(container.image)
	message := problem(container.image)
	found := finding.help(finding.at(container, "image", message), "name a version, or pin a digest: name:1.2.3@sha256:...")
}

problem(image) := "the image has the tag latest, which moves with every push" if {
	tag(image) == "latest"
	not pinned(image)
}

# A name in capitals is none of an image: a pipeline will put one in its place.
problem(image) := "the image has no tag: that means latest, which moves with every push" if {
	not tag(image)
	image == lower(image)
	not pinned(image)
}

# A digest decides which image runs, whatever the tag says.
pinned(image) if contains(image, "@")

# A colon before the last slash belongs to the registry's port.
tag(image) := regex.find_all_string_submatch_n(`:([^/:]*)$`, image, 1)[0][1]
