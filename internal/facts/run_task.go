package facts

// Limits of what starts tasks. None of them can be raised.
const (
	TaskOverrideCharacters = 8192 // of all overrides as JSON
	EventTargetTasks       = 10   // that a target of an event rule starts at once

	TaskProtectionLeast = 1    // minutes
	TaskProtectionMost  = 2880 // minutes
	ProtectedTasks      = 10   // in one call
)

// TaskOverrideOrigin is where TaskOverrideCharacters is from.
var TaskOverrideOrigin = Origin{
	AsOf:    "2026-11-21",
	Sources: []string{"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html"},
}

// TaskProtectionOrigin is where the limits of task protection are from.
var TaskProtectionOrigin = Origin{
	AsOf: "2026-11-21",
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateTaskProtection.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-scale-in-protection.html",
	},
}
