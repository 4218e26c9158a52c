package facts

// InstanceAttributes are the attributes that ECS itself gives container instances, to all or to some. The agent adds those that
// begin with "ecs.capability." and "com.amazonaws.ecs.", which aren't listed; of these the page names one.
var InstanceAttributes = []string{
	"ecs.ami-id", "ecs.availability-zone", "ecs.awsvpc-trunk-id", "ecs.capability.external", "ecs.cpu-architecture", "ecs.instance-type",
	"ecs.os-family", "ecs.os-type", "ecs.outpost-arn", "ecs.subnet-id", "ecs.vpc-id",
}

// InstanceAttributesOrigin is where the list is from.
var InstanceAttributesOrigin = Origin{
	AsOf:    "2026-11-21",
	Sources: []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement-constraints.html"},
}
