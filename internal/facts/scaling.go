package facts

// ScalingMetric is a predefined metric that target tracking of services of ECS can follow.
type ScalingMetric struct {
	Name      string
	IsPercent bool // of what the tasks have
	Labelled  bool // a resource label says of which load balancer and target group
}

// ScalingMetrics are all of them. Those in high resolution are since June 2026.
var ScalingMetrics = []ScalingMetric{
	{Name: "ECSServiceAverageCPUUtilization", IsPercent: true},
	{Name: "ECSServiceAverageCPUUtilizationHighResolution", IsPercent: true},
	{Name: "ECSServiceAverageMemoryUtilization", IsPercent: true},
	{Name: "ECSServiceAverageMemoryUtilizationHighResolution", IsPercent: true},
	{Name: "ALBRequestCountPerTarget", Labelled: true},
}

// OtherScalingMetrics begin the names of the predefined metrics of other services.
var OtherScalingMetrics = []string{
	"AppStream", "Cassandra", "Comprehend", "DynamoDB", "EC2SpotFleet", "ElastiCache", "Kafka", "Lambda", "Neptune", "RDS",
	"SageMaker", "WorkSpaces",
}

// ScalingMetricsOrigin is where ScalingMetrics are from.
var ScalingMetricsOrigin = Origin{
	AsOf: "2026-11-21",
	Sources: []string{
		"https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PredefinedMetricSpecification.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/target-tracking-faster-auto-scaling.html",
	},
}

// StepAdjustments is how many a step scaling policy can have, unless AWS raises the quota.
const StepAdjustments = 20

// StepAdjustmentsOrigin is where StepAdjustments is from.
var StepAdjustmentsOrigin = Origin{
	AsOf: "2026-11-21",
	Sources: []string{
		"https://github.com/aws/aws-cdk/issues/27020",
		"https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-limits.html",
	},
}
