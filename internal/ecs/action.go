package ecs

// ActionTaskDefinition is the member of an action that holds the task definition in the file that its input
// task-definition names: unknown where the file can't be read, or may be another one by then. The other members are the
// inputs of the step, by their own names.
const ActionTaskDefinition = "taskDefinition"
