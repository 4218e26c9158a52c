package facts

// FargateLogDrivers are the log drivers that a container on Fargate can have.
var FargateLogDrivers = []string{"awslogs", "splunk", "awsfirelens"}

// FargateWindowsLacks are those of FargateLogDrivers that are documented as missing for Windows. Of splunk on
// Windows no page says anything.
var FargateWindowsLacks = []string{"awsfirelens"}

// FargateLogDriversOrigin is where both lists are from.
var FargateLogDriversOrigin = Origin{
	AsOf: "2026-11-21",
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/windows-considerations.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html",
	},
}
