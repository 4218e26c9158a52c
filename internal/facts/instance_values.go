package facts

import "regexp"

// AttributeValues are what an attribute can hold that ECS itself gives container instances.
type AttributeValues struct {
	Form *regexp.Regexp // that every value has, in lower case
	Like string         // what values look like, in words
}

// InstanceAttributeValues are the values of attributes of which the form is known.
var InstanceAttributeValues = map[string]AttributeValues{
	"ecs.ami-id":            {regexp.MustCompile(`^ami-[0-9a-z]+$`), "an AMI, as in ami-0abcdef1234567890"},
	"ecs.availability-zone": {regexp.MustCompile(`^[a-z]{2,}(-[a-z]+)+-\d+(-[a-z0-9-]+-\d+)?[a-z]$|-wlz-\d+$`), "an Availability Zone by its name, as in us-east-1a"},
	"ecs.cpu-architecture":  {regexp.MustCompile(`^(x86_64|arm64)$`), "x86_64 or arm64"},
	"ecs.instance-type":     {regexp.MustCompile(`^[a-z0-9-]+\.[a-z0-9-]+$`), "an instance type, as in m5.large"},
	"ecs.os-type":           {regexp.MustCompile(`^(linux|windows)$`), "linux or windows"},
	"ecs.subnet-id":         {regexp.MustCompile(`^subnet-[0-9a-z]+$`), "a subnet, as in subnet-0abcdef1234567890"},
	"ecs.vpc-id":            {regexp.MustCompile(`^vpc-[0-9a-z]+$`), "a VPC, as in vpc-0abcdef1234567890"},
}

// AttributeValue is the form of every value that an attribute can have, an own one too.
var AttributeValue = AttributeValues{
	Form: regexp.MustCompile(`^[A-Za-z0-9_\-.@/\\:]([A-Za-z0-9_\-.@/\\: ]{0,126}[A-Za-z0-9_\-.@/\\:])?$`),
	Like: `at most 128 letters, digits, blanks and "-", "_", ".", "@", "/", "\", ":"`,
}

// InstanceAttributeValuesOrigin is where the forms are from.
var InstanceAttributeValuesOrigin = Origin{
	AsOf: "2026-11-21",
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement-constraints.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Attribute.html",
		"https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html",
	},
}
