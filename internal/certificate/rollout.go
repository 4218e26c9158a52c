package certificate

// Rollout is a rolling update: from tasks that run, moves within the limits of the deployment configuration.
//
// What AWS leaves open is taken such that both readings hold: a task that stops frees its resources for placement at once, as AWS says, and
// counts as existing until it has stopped.
type Rollout struct {
	Old                   int   `json:"old"` // the type of the tasks that are replaced; its count is the service's desired count
	New                   int   `json:"new"` // the type of the new tasks; its count is 0
	MinimumHealthyPercent int64 `json:"minimumHealthyPercent"`
	MaximumPercent        int64 `json:"maximumPercent"`

	// The beginning: what runs, or else a run that places all tasks of the problem. Of a class, the instances are filled in the order of Running.
	Running []Filled `json:"running,omitzero"`
	Steps   []Step   `json:"steps,omitempty"`

	Moves []Move `json:"moves"`
}

// Move is one change of one task.
type Move struct {
	Do       string `json:"do"` // START, HEALTHY (of the new type), STOP, FINISH (of the old: it has stopped)
	Class    int    `json:"class"`
	Instance int64  `json:"instance"` // in its class, from 0
}
