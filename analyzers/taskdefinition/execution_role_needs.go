package taskdefinition

import (
	"regexp"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
)

// roleNeed is one thing that ECS does with the execution role before or beside a container.
type roleNeed struct {
	task       string // completes "no execution role to ... of container x"
	permission string // completes "a role that ..."
	refusal    string // AWS's text; "" where it is only documented

	// instanceRoleServes: on EC2 the role of the instance does it, so the need is one of other platforms.
	instanceRoleServes bool

	of func(ecs.ContainerDefinition) (value.Located, bool)
}

const managedPolicy = "has the policy AmazonECSTaskExecutionRolePolicy"

var roleNeeds = []roleNeed{
	{
		task: "write the logs", permission: managedPolicy, refusal: roleForLogsText, instanceRoleServes: true,
		of: func(c ecs.ContainerDefinition) (value.Located, bool) {
			driver, _ := c.LogConfiguration.LogDriver.Get()
			return c.LogConfiguration.LogDriver, driver == "awslogs"
		},
	},
	{
		task: "pull the ECR image", permission: managedPolicy, refusal: roleForImagesText, instanceRoleServes: true,
		of: func(c ecs.ContainerDefinition) (value.Located, bool) {
			image, _ := c.Image.Get()
			return c.Image, ecs.InPrivateECR(image)
		},
	},
	{
		task: "read the secrets", permission: "may read them", refusal: roleForSecretsText,
		of: func(c ecs.ContainerDefinition) (value.Located, bool) { return firstKnown(c.Secrets) },
	},
	{
		task: "read the registry credentials", permission: "may read them", refusal: roleForCredentialsText,
		of: func(c ecs.ContainerDefinition) (value.Located, bool) {
			_, ok := c.RepositoryCredentials.CredentialsParameter.Get()
			return c.RepositoryCredentials.CredentialsParameter, ok
		},
	},
	{
		task: "read the log driver's secrets", permission: "may read them",
		of: func(c ecs.ContainerDefinition) (value.Located, bool) {
			return firstKnown(c.LogConfiguration.SecretOptions)
		},
	},
	{
		task: "fetch the environment files", permission: "has s3:GetObject and s3:GetBucketLocation",
		of: func(c ecs.ContainerDefinition) (value.Located, bool) { return firstKnown(c.EnvironmentFiles) },
	},
	{
		task: "fetch the FireLens configuration", permission: "has s3:GetObject and s3:GetBucketLocation",
		of: func(c ecs.ContainerDefinition) (value.Located, bool) {
			kind := c.FirelensConfiguration.Options.Get("config-file-type")
			from, _ := kind.Get()
			return kind, from == "s3"
		},
	},
	{
		task: "read the credential spec", permission: "may read it",
		of: func(c ecs.ContainerDefinition) (value.Located, bool) {
			for _, spec := range c.CredentialSpecs.Items {
				if text, _ := spec.Get(); storedSpec.MatchString(text) {
					return spec, true
				}
			}
			return nil, false
		},
	},
}

var storedSpec = regexp.MustCompile(`^credentialspec(domainless)?:arn:[a-z-]+:(ssm|s3):`)

// firstKnown is the first item that is certainly there: an unknown one may turn out to be nothing.
func firstKnown[T interface {
	value.Located
	Unknown() bool
}](list value.List[T]) (value.Located, bool) {
	for _, item := range list.Items {
		if !item.Unknown() {
			return item, true
		}
	}
	return nil, false
}
