package facts

// ManagedInstancesAttributes are what a task definition can place its tasks on Managed Instances by.
var ManagedInstancesAttributes = []string{"ecs.subnet-id", "ecs.availability-zone", "ecs.cpu-architecture", "ecs.instance-type"}

// ManagedInstancesAttributesOrigin is where they are from.
var ManagedInstancesAttributesOrigin = Origin{
	AsOf: "2026-11-21",
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters-managed-instances.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement-constraints.html",
	},
}
