package facts

// ContainerInsights are what the setting of a cluster can be. The first is since December 2024.
var ContainerInsights = []string{"enhanced", "enabled", "disabled"}

// ContainerInsightsOrigin is where ContainerInsights are from.
var ContainerInsightsOrigin = Origin{
	AsOf: "2026-11-21",
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ClusterSetting.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-container-insights.html",
	},
}
