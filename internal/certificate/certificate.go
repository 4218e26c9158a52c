package certificate

// Version is that of the JSON of certificates: schemas/certificate.json.
const Version = 1

// Kind says what a certificate proves, and how.
type Kind string

const (
	// KindAssignment proves that there is room for all: it tells what runs on each instance at the end. No run need find it.
	KindAssignment Kind = "assignment"
	// KindSingle proves that a type's task fits on no instance at all, or a daemon's on one that it has to run on.
	KindSingle Kind = "single"
	// KindWeights proves that not all can be placed: a value for each type, and the most that an instance of each class can
	// hold of it.
	KindWeights Kind = "weights"
	// KindTree proves that not all can be placed by going through what the instances can hold.
	KindTree Kind = "tree"
	// KindRun proves that ECS may end with what it shows: all placed, or some waiting.
	KindRun Kind = "run"
	// KindSlack proves that every run places all: whatever the other tasks do, they can't fill all instances that a type
	// may run on.
	KindSlack Kind = "slack"
	// KindRollout proves that a rolling update may finish.
	KindRollout Kind = "rollout"
	// KindStuck proves that a rolling update may end in a deadlock: no new task may be started, no old one stopped.
	KindStuck Kind = "stuck"
	// KindFinishes proves that a rolling update always finishes: whatever ECS does, there is a next move.
	KindFinishes Kind = "finishes"
	// KindEndless proves that a rolling update never finishes: no old task may be stopped, and no new one started.
	KindEndless Kind = "endless"
)

// Certificate is a proof about its problem. Of the parts after Problem the one that Kind names counts.
type Certificate struct {
	Version int      `json:"version"`
	Kind    Kind     `json:"kind"`
	Problem *Problem `json:"problem"`
	Given   *Given   `json:"given,omitempty"` // nil where the problem is that of the files alone

	Assignment Assignment `json:"assignment,omitzero"`
	Single     *Single    `json:"single,omitempty"`
	Weights    *Weights   `json:"weights,omitempty"`
	Tree       *Tree      `json:"tree,omitempty"`
	Run        *Run       `json:"run,omitempty"`
	Slack      Slacks     `json:"slack,omitzero"`
	Rollout    *Rollout   `json:"rollout,omitempty"` // of rollout and stuck
	Finishes   *Finishes  `json:"finishes,omitempty"`
	Endless    *Endless   `json:"endless,omitempty"`
}

// Assignment is what the instances hold. Those that it doesn't speak of stay empty.
type Assignment []Filled

// Filled is instances of a class that hold the same tasks.
type Filled struct {
	Class     int     `json:"class"`
	Instances int64   `json:"instances"`
	Tasks     []Tasks `json:"tasks"`
}

// Tasks is tasks of one type. Those of daemons are told for the eye only: where they run follows from the problem.
type Tasks struct {
	Type  int   `json:"type"`
	Count int64 `json:"count"`
}

// Single is a type one task of which fits nowhere, even where nothing else is placed but daemons; of a daemon, not on all instances
// that it has to run on.
type Single struct {
	Type int `json:"type"`
}

// Weights proves that not all tasks can be placed: each task of a type counts Types[type], no instance of a class can hold tasks
// that count more than Classes[class], and together the tasks count more than all instances can hold. What is alike counts alike.
type Weights struct {
	Types   []int64 `json:"types"`
	Classes []int64 `json:"classes"`
}

// Tree proves that not all tasks can be placed by going through what the instances can hold, one after the other. Types that take the
// same and may run on the same classes are one kind; classes whose instances can hold the same are one site; both are in the order of the
// problem. An instance holds a set of tasks: as many of each kind that no other task that waits finds room beside them, and no greater set
// than the instance of the same site before. Sets are ordered by the number of tasks of the first kind, then of the second and so on.
//
// A state needs no step if what is left can't hold what waits of some kind, or if it has been gone through before. Any other takes the
// next step: 0 goes through all sets of the next instance, the greatest first; n says that the n-th of the weights, from 1, prove that
// what waits has no room.
type Tree struct {
	Weights []Weights `json:"weights"`
	Steps   []int     `json:"steps"`
}

// Run is a run of ECS's scheduler to its end.
type Run struct {
	Steps   []Step  `json:"steps"`
	Waiting []int64 `json:"waiting"` // for each type, the tasks without a place at the end; of a daemon the instances without it
}

// Step is a task placed: its type, the class, and which instance of the class, from 0.
type Step [3]int64

// Slacks are of all types of which tasks wait; one of those that are alike is enough.
type Slacks []Slack

// Slack proves that a task of Type always finds an instance: each other task counts Types[type]; to leave no room for one of Type
// on an instance of a class, tasks that count at least Classes[class] have to run on it; and that is more than all tasks count
// (of Type itself: all but one). Of a class that Type may not run on, Classes is 0. What is alike counts alike.
type Slack struct {
	Type    int     `json:"type"`
	Types   []int64 `json:"types"`
	Classes []int64 `json:"classes"`
}

// Update is a rolling update of one service, within the limits of its deployment configuration. Tasks of other types stay where they are.
//
// What AWS leaves open is taken such that both readings hold: a task that stops frees its resources for placement at once, as AWS says. That
// a new task needs time to become healthy, and an old one to stop, only delays others.
type Update struct {
	Old                   int   `json:"old"` // the type of the tasks that are replaced; its count is the service's desired count
	New                   int   `json:"new"` // the type of the new tasks; its count is 0
	MinimumHealthyPercent int64 `json:"minimumHealthyPercent"`
	MaximumPercent        int64 `json:"maximumPercent"`

	// Staying are healthy tasks of the service that aren't replaced, and count for both limits: where only one instance is drained, the desired count
	// is Staying and the count of Old.
	Staying int64 `json:"staying,omitempty"`
}

// Rollout is one way in which an update may go.
type Rollout struct {
	Update
	Running []Step `json:"running,omitempty"` // the beginning, if it is known what runs already
	Steps   []Step `json:"steps,omitempty"`   // else a run that places all tasks before the update begins
	Moves   []Step `json:"moves"`             // those of type New are started, those of type Old stopped
}

// Finishes proves that an update always finishes: a new task fits wherever an old one was, and either some may be stopped first, or there is
// room for one more before: beside what runs, or, by Slack, wherever the tasks run.
type Finishes struct {
	Update
	Running []Step `json:"running,omitempty"` // what runs already, if only that counts as the beginning
	Slack   *Slack `json:"slack,omitempty"`   // of the new type, as if one of its tasks waited beside all others
}

// Endless proves that an update never finishes: no old task may be stopped before a new one runs, and none may be started, or there is no
// room for one: beside what runs, or, as one of the proofs shows, wherever the tasks run: it is about the problem where one task of the
// new type waits.
type Endless struct {
	Update
	Running []Step `json:"running,omitempty"` // as of Finishes

	Single  *Single  `json:"single,omitempty"`
	Weights *Weights `json:"weights,omitempty"`
	Tree    *Tree    `json:"tree,omitempty"`
}
