package facts

// FargateFilesMost is the highest limit of open files, ulimit nofile, of a container on Fargate.
const FargateFilesMost = 1048576

// FargateFilesOrigin is where it is from.
var FargateFilesOrigin = Origin{
	AsOf:    "2026-11-21",
	Sources: []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html"},
}
