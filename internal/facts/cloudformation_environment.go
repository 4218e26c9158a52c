package facts

// EnvironmentThroughCloudFormation is how many environment variables of a container survive CloudFormation: with one more
// it registers the container with none, and says nothing.
const EnvironmentThroughCloudFormation = 100

// EnvironmentThroughCloudFormationOrigin is where it is from.
var EnvironmentThroughCloudFormationOrigin = Origin{
	AsOf:    "2026-11-21",
	Sources: []string{"https://github.com/aws/aws-cdk/issues/38225", "https://github.com/aws/aws-cdk/pull/38228"},
}
