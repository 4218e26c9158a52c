package catalog_test

// pastedErrors are errors as people paste them, with names and numbers of their own, and what each text in them is known
// by: a rule or a section of not-decidable.md. "" is for those of which nothing is known for sure.
var pastedErrors = []struct{ pasted, want string }{
	// the AWS CLI and boto3
	{"An error occurred (ClientException) when calling the RegisterTaskDefinition operation: No Fargate configuration exists for given values: 300 CPU, 512 memory. See the Amazon ECS documentation for the valid values.", "fargate-task-size"},
	{"An error occurred (ClientException) when calling the RegisterTaskDefinition operation: Fargate only supports network mode ‘awsvpc’.", "fargate-network-mode"},
	{"An error occurred (ClientException) when calling the RegisterTaskDefinition operation: Invalid setting for container 'checkout-api'. At least one of 'memory' or 'memoryReservation' must be specified.", "missing-memory"},
	{"An error occurred (InvalidParameterException) when calling the CreateService operation: The container checkout-api-v2 does not exist in the task definition.", "unknown-load-balancer-target"},
	{"An error occurred (InvalidParameterException) when calling the CreateService operation: The container nginx_proxy did not have a container port 8443 defined.", "unknown-load-balancer-target"},
	{"An error occurred (InvalidParameterException) when calling the CreateService operation: The target group with targetGroupArn arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/shop/0123456789abcdef does not have an associated load balancer.", "service-before-listener"},
	{"An error occurred (ClusterNotFoundException) when calling the RunTask operation: Cluster not found.", "The cluster isn't there"},
	{"An error occurred (AccessDeniedException) when calling the RunTask operation: User: arn:aws:sts::123456789012:assumed-role/deployer/ci is not authorized to perform: iam:PassRole on resource: arn:aws:iam::123456789012:role/shop-task because no identity-based policy allows the iam:PassRole action", "You may not pass the role"},
	{"An error occurred (AccessDeniedException) when calling the DescribeServices operation: User: arn:aws:iam::123456789012:user/ann is not authorized to perform: ecs:DescribeServices on resource: arn:aws:ecs:eu-west-1:123456789012:service/shop/web", "You may not make the call"},
	{"An error occurred (ThrottlingException) when calling the DescribeTasks operation (reached max retries: 4): Rate exceeded", "Too many calls in a short time"},
	{"usage: aws [options] <command> <subcommand> [<subcommand> ...] [parameters]\nTo see help text, you can run:\n\n  aws help\n\nUnknown options: --task-defintion, web:7", "unknown-option"},
	{"aws: error: argument --container-definitions: expected one argument", "missing-value"},
	{"Parameter validation failed:\nUnknown parameter in containerDefinitions[0]: \"memoryReservatoin\", must be one of: name, image, repositoryCredentials, cpu, memory", "unknown-key"},
	{"Parameter validation failed:\nUnknown parameter in input: \"taskDefinitionArn\", must be one of: family, taskRoleArn, executionRoleArn", "output-only-key"},
	{"Parameter validation failed:\nInvalid type for parameter containerDefinitions[0].cpu, value: 256, type: <class 'str'>, valid types: <class 'int'>", "wrong-type"},
	{"botocore.exceptions.ParamValidationError: Parameter validation failed:\nMissing required parameter in input: \"family\"", "missing-key"},
	{"error parsing parameter '--container-definitions': Invalid JSON: Expecting ',' delimiter: line 3 column 5 (char 40)\nJSON received: [{", "broken-quoting"},

	// Go, Terraform, Pulumi
	{"operation error ECS: CreateService, https response error StatusCode: 400, RequestID: 0a1b2c3d-1111-4222-8333-444455556666, InvalidParameterException: Creation of service was not idempotent.", "A service of this name exists"},
	{"operation error ECS: RegisterTaskDefinition, https response error StatusCode: 400, RequestID: 0a1b2c3d-1111-4222-8333-444455556666, ClientException: SYS_ADMIN is not allowed on Fargate.", "fargate-capabilities"},
	{"Error: failed creating ECS Task Definition (checkout): ClientException: Too many concurrent attempts to create a new revision of the specified family.", "A family is registered twice at once"},
	{"╷\n│ Error: creating ECS Service (checkout): InvalidParameterException: The provided target group\n│ arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/shop/0123456789abcdef has target type instance, which is incompatible with the awsvpc\n│ network mode specified in the task definition.\n│ \n│   with module.web.aws_ecs_service.this,\n│   on service.tf line 3", "target-type-mismatch"},
	{"Error: ClientException: Fargate requires task definition to have execution role ARN to support log driver awslogs.\n\tstatus code: 400, request id: 0a1b2c3d-1111-4222-8333-444455556666 \"checkout\"", "missing-execution-role"},
	{"\x1b[31mError: \x1b[0m\x1b[1mupdating ECS Service (arn:aws:ecs:eu-west-1:123456789012:service/shop/web): InvalidParameterException: Unable to update task definition on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.\x1b[0m", "The service is deployed by CodeDeploy"},
	{"error: 1 error occurred:\n\t* creating ECS Service (web-4f5a6b7): InvalidParameterException: Unable to assume the service linked role. Please verify that the ECS service linked role exists.", "The service-linked role is missing"},
	{"[31mError: [0mClientException: TCP host port '8443' is mapped multiple times in task.[0m", "duplicate-host-port"},

	// CloudFormation, SAM, CDK
	{`Resource handler returned message: "Invalid request provided: Create TaskDefinition: Log driver awslogs requires options: awslogs-group (Service: AmazonECS; Status Code: 400; Error Code: ClientException; Request ID: 0a1b2c3d-1111-4222-8333-444455556666; Proxy: null)" (RequestToken: 0a1b2c3d-1111-4222-8333-444455556666, HandlerErrorCode: InvalidRequest)`, "missing-awslogs-option"},
	{`Resource handler returned message: \"Invalid request provided: Create TaskDefinition: Unknown volume 'uploads'. (Service: AmazonECS; Status Code: 400)\" (RequestToken: 0a1b2c3d-1111-4222-8333-444455556666, HandlerErrorCode: InvalidRequest)`, "undeclared-volume"},
	{`CREATE_FAILED AWS::ECS::Service Web Resource handler returned message: "Error occurred during operation 'ECS Deployment Circuit Breaker was triggered'.`, ""},
	{`ShopStack | 3/7 | 10:11:12 AM | CREATE_FAILED | AWS::ECS::TaskDefinition | Task (Task1A2B3C4D) Resource handler returned message: "Invalid request provided: Create TaskDefinition: When you are specifying container secrets, you must also specify a value for 'executionRoleArn'. (Service: Ecs, Status Code: 400, Request ID: 0a1b2c3d-1111-4222-8333-444455556666) (SDK Attempt Count: 1)" (RequestToken: 0a1b2c3d-1111-4222-8333-444455556666, HandlerErrorCode: InvalidRequest)`, "missing-execution-role"},
	{`{"ResourceStatusReason": "Invalid request provided: CreateService error: Error retrieving subnet information for [subnet-0ff1ce, subnet-0dd]: The subnet ID 'subnet-0ff1ce' does not exist (ErrorCode: InvalidSubnetID.NotFound)"}`, "A subnet or a security group isn't there"},
	{"Resource handler returned message: &quot;Invalid request provided: Create TaskDefinition: Role is not valid&quot;", "invalid-role-arn"},

	// Java, JavaScript, PHP
	{"com.amazonaws.services.ecs.model.ClientException: Container.image contains invalid characters. (Service: AmazonECS; Status Code: 400; Error Code: ClientException; Request ID: 0a1b2c3d-1111-4222-8333-444455556666)", "invalid-image-reference"},
	{"software.amazon.awssdk.services.ecs.model.ClientException: The 'memory' setting for container 'batch_worker' is greater than for the task (Service: Ecs, Status Code: 400)", "container-sum-over-task"},
	{"Error: Failed to register task definition in ECS: The secret name must be unique and not shared with any new or existing environment variables set on the container, such as 'API_URL'.\nError: The secret name must be unique and not shared with any new or existing environment variables set on the container, such as 'API_URL'.", "secret-name-clash"},
	{"UnexpectedParameter: Unexpected key 'enableFaultInjection' found in params", ""},
	{"Error: Invalid task definition: Could not find container definition with matching name", "unknown-render-container"},
	{`PHP Fatal error: Uncaught Aws\Ecs\Exception\EcsException: Error executing "RegisterTaskDefinition" on "https://ecs.eu-west-1.amazonaws.com"; AWS HTTP error: Client error: 400 ClientException (client): Soft limit exceeds hard limit for ulimit memlock`, "ulimit-soft-over-hard"},

	// what a service or a stopped task says
	{"(service web) was unable to place a task. Reason: You've reached the limit on the number of vCPUs you can run concurrently. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.", "The account runs as much as it may on Fargate"},
	{"service web was unable to place a task because no container instance met all of its requirements. Reason: No Container Instances were found in your cluster. For more information, see the Troubleshooting section.", "No instance takes the task"},
	{"CannotPullContainerError: Error response from daemon: manifest for 123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1.4.2 not found: manifest unknown", "The image can't be pulled"},
	{"ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret arn:aws:secretsmanager:eu-west-1:123456789012:secret:db from secrets manager: AccessDeniedException", "A secret or the registry can't be reached"},
	{"ECS was unable to assume the role 'arn:aws:iam::123456789012:role/shop-task' that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions and that your IAM user has permissions to pass this role.", "untrusting-role"},

	// a part, another order of lines, several at once
	{"does not have an associated load balancer", "service-before-listener"},
	{"host ports and container ports in port mappings must match", "host-port-mismatch"},
	{"Container names must be\n    unique within a task\n    definition", "duplicate-container-name"},
	{"│ Error: ClientException: Family contains invalid characters.\n│\n│   with aws_ecs_task_definition.web\n╵\n╷\n│ Error: ClientException: Container list cannot be empty.\n│\n│   with aws_ecs_task_definition.job", "invalid-family; no-containers"},

	// what must not be taken for something that is known
	{"Fargate compatible task definitions do not support", ""},
	{"Unsupported field 'colour'.", ""},
	{"The security group 'sg-0a1b2c3d' does not exist in VPC 'vpc-0a1b2c3d'", ""},
	{"Error: no such file or directory: task-definition.json", ""},
	{"Access Denied (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied; Request ID: ABC; S3 Extended Request ID: DEF)", ""},
	{"the task definition of the service", ""},
	{"123456789012", ""},
}
