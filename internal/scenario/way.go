package scenario

import (
	"slices"

	"github.com/ecslint/ecslint/internal/value"
)

// way is how a service is deployed.
type way struct {
	minimum, maximum int64 // percent
	twice            bool  // all new tasks run before an old one stops
}

// way reads how a job is deployed; false where that isn't known. What the object doesn't tell is AWS's default.
// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
func (j *Job) way() (way, bool) {
	if j.Standalone || j.Count == 0 && !j.Daemon {
		return way{}, false
	}
	s := j.Object.Service()
	controller, known := s.DeploymentController.Type.Or("ECS")
	strategy, of := s.DeploymentConfiguration.Strategy.Or("ROLLING")
	minimum, maximum, told := j.percents()
	if j.update != nil && !j.update.Service().DeploymentConfiguration.Strategy.Absent() {
		return way{}, false
	}
	switch {
	case !known || !of || !told:
	case controller == "CODE_DEPLOY", controller == "ECS" && slices.Contains([]string{"BLUE_GREEN", "LINEAR", "CANARY"}, strategy):
		return way{twice: true}, true
	case controller == "ECS" && strategy == "ROLLING":
		return way{minimum: minimum, maximum: maximum}, true
	}
	return way{}, false
}

// percents are those of a service's deployment configuration, or of the update in sight; false where they aren't known, or AWS refuses them. Where
// an instance drains they count whatever the strategy of deployments is.
// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-instance-draining.html
func (j *Job) percents() (minimum, maximum int64, known bool) {
	d := j.Object.Service().DeploymentConfiguration
	least, most, unknown := d.MinimumHealthyPercent, d.MaximumPercent, d.Unknown()
	if j.update != nil {
		u := j.update.Service().DeploymentConfiguration
		least, most, unknown = latest(u.MinimumHealthyPercent, least), latest(u.MaximumPercent, most), unknown || u.Unknown()
	}
	minimum, low := least.Or(map[bool]int64{true: 0, false: 100}[j.Daemon])
	maximum, high := most.Or(map[bool]int64{true: 100, false: 200}[j.Daemon])
	keeps := j.Object.Operation == "UpdateService" && (least.Absent() || most.Absent()) // what the service has
	return minimum, maximum, low && high && !keeps && !unknown && minimum >= 0 && minimum <= 100 && maximum >= 100
}

// latest is what an update says, else what was said before.
func latest(update, before value.Value[int64]) value.Value[int64] {
	if update.Absent() {
		return before
	}
	return update
}
