package facts

// HealthCheckRange is what a number of a container's health check may be, and what it is where it isn't given.
type HealthCheckRange struct{ Least, Most, Default int64 }

// Ranges of the numbers of health checks: seconds, but for the retries.
var (
	HealthCheckInterval    = HealthCheckRange{5, 300, 30}
	HealthCheckTimeout     = HealthCheckRange{2, 60, 5}
	HealthCheckRetries     = HealthCheckRange{1, 10, 3}
	HealthCheckStartPeriod = HealthCheckRange{0, 300, 0}
)

// HealthCheckOrigin is where the ranges are from.
var HealthCheckOrigin = Origin{
	AsOf:    "2026-11-21",
	Sources: []string{"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html"},
}
