package facts

// FireLensOptions are the options of a firelensConfiguration, and their values where these are a closed list.
var FireLensOptions = map[string][]string{
	"enable-ecs-log-metadata": {"true", "false"},
	"config-file-type":        {"s3", "file"},
	"config-file-value":       nil,
}

// FireLensOptionsOrigin is where FireLensOptions are from.
var FireLensOptionsOrigin = Origin{
	AsOf: "2026-11-21",
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_FirelensConfiguration.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html",
	},
}
