package facts

// Limits of services.
const (
	PlacementStrategiesPerService = 5
	PlacementConstraintsPerTask   = 10 // with those of its task definition
	ServiceRegistriesPerService   = 1
	ClientAliasesPerService       = 1 // of one service of Service Connect
	ClientAliasNameLength         = 127

	TasksPerService           = 5000 // by default: AWS raises it on request
	TasksPerServiceInCloudMap = 1000
)

// ServiceLimitsOrigin is where the limits are from.
var ServiceLimitsOrigin = Origin{
	AsOf: "2026-11-21",
	Sources: []string{
		"https://docs.aws.amazon.com/general/latest/gr/ecs-service.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectService.html",
	},
}
