package ecs

import (
	"cmp"
	"slices"
	"strings"
)

// Operation is a call of the API and the subcommand of the AWS CLI that makes it.
type Operation struct {
	Command    string   // of aws, as in ecs or application-autoscaling
	Subcommand string   // as in register-task-definition
	Name       string   // as in RegisterTaskDefinition
	Input      string   // name of the shape that it takes
	Options    []Option // sorted by Wire
}

// Option is an option of a subcommand, which stands for a member of the operation's input.
type Option struct {
	Name     string // without the dashes, as in launch-type
	Wire     string // the member's name in requests, as in launchType
	Kind     Kind   // of the value; of a list, of its items
	Target   string // name of the structure or enum; "" for other kinds
	List     bool
	Required bool
}

// OperationOf finds an operation by its command and subcommand of aws, as in ecs create-service.
func OperationOf(command, subcommand string) (Operation, bool) {
	i, ok := slices.BinarySearchFunc(operations, Operation{Command: command, Subcommand: subcommand}, func(a, b Operation) int {
		return cmp.Or(strings.Compare(a.Command, b.Command), strings.Compare(a.Subcommand, b.Subcommand))
	})
	if !ok {
		return Operation{}, false
	}
	return operations[i], true
}

// OperationNamed finds an operation by the API's name for it.
func OperationNamed(name string) (Operation, bool) {
	i := slices.IndexFunc(operations, func(o Operation) bool { return o.Name == name })
	if i < 0 {
		return Operation{}, false
	}
	return operations[i], true
}

// Option finds an option by its name, without the dashes.
func (o Operation) Option(name string) (Option, bool) {
	for _, option := range o.Options {
		if option.Name == name {
			return option, true
		}
	}
	return Option{}, false
}

// Negation is the option, without the dashes, that sets a boolean to false; "" for options of other kinds. The two
// irregular names are those of
// https://github.com/aws/aws-cli/blob/develop/awscli/customizations/argrename.py
func (o Option) Negation() string {
	switch {
	case o.Kind != KindBoolean:
		return ""
	case o.Name == "enable-execute-command":
		return "disable-execute-command"
	case o.Name == "interactive":
		return "non-interactive"
	}
	return "no-" + o.Name
}
