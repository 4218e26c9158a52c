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
)

// Certificate is a proof about its problem. Of the parts after Problem there is the one that Kind names.
type Certificate struct {
	Version int      `json:"version"`
	Kind    Kind     `json:"kind"`
	Problem *Problem `json:"problem"`

	Assignment []Filled `json:"assignment,omitzero"`
	Single     *Single  `json:"single,omitempty"`
	Weights    *Weights `json:"weights,omitempty"`
	Tree       *Tree    `json:"tree,omitempty"`
	Run        *Run     `json:"run,omitempty"`
	Slack      []Slack  `json:"slack,omitzero"`
	Rollout    *Rollout `json:"rollout,omitempty"` // of rollout and stuck
}

// Filled is instances of a class that hold the same tasks. Instances of a class that no Filled speaks of stay empty.
type Filled struct {
	Class     int     `json:"class"`
	Instances int64   `json:"instances"`
	Tasks     []Tasks `json:"tasks"`
}

// Tasks is tasks of one type.
type Tasks struct {
	Type  int   `json:"type"`
	Count int64 `json:"count"`
}

// Single is a type one task of which doesn't fit, and why: for each class once; of a daemon, for one that it has to run on.
type Single struct {
	Type    int       `json:"type"`
	Classes []Blocked `json:"classes"`
}

// Blocked is why instances of a class can't run a task even if nothing else is placed.
type Blocked struct {
	Class      int    `json:"class"`
	Because    string `json:"because"`              // resource, provider, zone, memberOf
	Resource   int    `json:"resource,omitempty"`   // of resource: its index
	Need       int64  `json:"need,omitempty"`       // of resource: what a task takes
	Have       int64  `json:"have,omitempty"`       // of resource: what is free
	Expression int    `json:"expression,omitempty"` // of memberOf: its index
}

// Weights proves that not all tasks can be placed: each task of a type counts Types[type], no instance of a class can hold tasks
// that count more than Classes[class], and together the tasks count more than all instances can hold.
type Weights struct {
	Types   []int64 `json:"types"`
	Classes []int64 `json:"classes"`
}

// Tree goes through what the instances can hold, one after the other in the order of classes.
type Tree struct {
	Types   []int     `json:"types"`   // an order, each type once; types that take the same and may run on the same classes count as one
	Classes []int     `json:"classes"` // an order, each class once
	Weights []Weights `json:"weights"` // what leaves refer to
	Root    Node      `json:"root"`
}

// Node is a leaf, or a branch for each set of tasks that the next instance can hold, if it is maximal (no other task that is left
// finds room beside them) and not greater than that of the instance before, of the same class. Sets are ordered by the number of
// tasks of the first type, then of the second and so on; the greatest is the first branch.
type Node struct {
	Weights  *int   `json:"weights,omitempty"` // a leaf: these weights prove that what is left can't be placed
	Type     *int   `json:"type,omitempty"`    // a leaf: the instances that are left can't hold so many tasks of this type
	Same     *int   `json:"same,omitempty"`    // a leaf: as the branch of this number, counted from 0 in the order of the text
	Branches []Node `json:"branches,omitempty"`
}

// Run is a run of ECS's scheduler to its end.
type Run struct {
	Steps   []Step  `json:"steps"`
	Waiting []int64 `json:"waiting"` // for each type, the tasks without a place at the end
}

// Step is a task placed: its type, the class, and which instance of the class, from 0.
type Step [3]int64

// Slack proves that a task of Type always finds an instance: each other task counts Types[type]; to leave no room for one of Type
// on an instance of a class, tasks that count at least Classes[class] have to run on it; and that is more than all tasks count
// (of Type itself: all but one). Of a class that Type may not run on, Classes is 0.
type Slack struct {
	Type    int     `json:"type"`
	Types   []int64 `json:"types"`
	Classes []int64 `json:"classes"`
}
