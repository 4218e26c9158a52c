package command

import (
	"fmt"
	"strings"

	"github.com/ecslint/ecslint/internal/ecs"
)

// elsewhere are options that people give to aws ecs and that belong to something else.
var elsewhere = map[string]string{
	// https://github.com/aws-actions/amazon-ecs-deploy-task-definition/blob/master/action.yml
	"wait-for-service-stability": "it is an input of the GitHub action amazon-ecs-deploy-task-definition; in a script, run aws ecs wait services-stable next",
	"wait-for-task-stopped":      "it is an input of the GitHub action amazon-ecs-deploy-task-definition; in a script, run aws ecs wait tasks-stopped next",
	"wait-for-minutes":           "it is an input of the GitHub action amazon-ecs-deploy-task-definition",
}

// whereItBelongs says what to do with an option that belongs into another one, to another tool or to another subcommand.
func whereItBelongs(grammar ecs.Subcommand, name string) string {
	if path := nested(grammar, name); path != nil {
		return fmt.Sprintf("put it into --%s, as %s", path[0], shorthandOf(path[1:]))
	}
	if help := elsewhere[name]; help != "" {
		return help
	}
	return otherSubcommands(grammar.Command, name)
}

// nested finds a member of that name in the structures that options take: the option, then the members down to it.
func nested(grammar ecs.Subcommand, name string) []string {
	type place struct {
		path  []string
		shape string
	}
	var queue []place
	for _, o := range grammar.Operation.Options {
		if o.Kind == ecs.KindStructure {
			queue = append(queue, place{[]string{o.Name}, o.Target})
		}
	}
	const deepest = 4
	for ; len(queue) > 0; queue = queue[1:] {
		at := queue[0]
		shape, _ := ecs.ShapeOf(at.shape)
		for _, m := range shape.Members {
			path := append(at.path[:len(at.path):len(at.path)], m.Name)
			if strings.EqualFold(strings.ReplaceAll(name, "-", ""), m.Name) {
				return path
			}
			if m.Kind == ecs.KindStructure && len(path) < deepest {
				queue = append(queue, place{path, m.Target})
			}
		}
	}
	return nil
}

// shorthandOf is how a nested member is written in the AWS CLI's shorthand.
func shorthandOf(members []string) string {
	last := len(members) - 1
	return strings.Join(members, "={") + "=..." + strings.Repeat("}", last)
}

// otherSubcommands names those of a command that have the option.
func otherSubcommands(command, name string) string {
	const most = 3
	var found []string
	for _, subcommand := range ecs.Subcommands(command) {
		grammar, _ := ecs.SubcommandOf(command, subcommand)
		if _, ok := optionNamed(grammar, name); ok {
			found = append(found, subcommand)
		}
	}
	switch {
	case len(found) == 0:
		return ""
	case len(found) > most:
		return fmt.Sprintf("it is an option of %s and %d others", strings.Join(found[:most], ", "), len(found)-most)
	}
	return "it is an option of " + strings.Join(found, ", ")
}
