package scripts

import (
	"path"
	"strings"

	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/syntax"
)

// deployActions are the actions of AWS that read a task definition from a file.
// https://github.com/aws-actions/amazon-ecs-render-task-definition
// https://github.com/aws-actions/amazon-ecs-deploy-task-definition
var deployActions = []string{"aws-actions/amazon-ecs-render-task-definition@", "aws-actions/amazon-ecs-deploy-task-definition@"}

// action reads a step that uses one of the actions: its inputs by their names, and as taskDefinition what is in the
// file that they name. Before are the scripts that run before it.
func (r *reader) action(step *syntax.Node, env environment, before []piece) {
	uses, with := step.Get("uses"), step.Get("with")
	if !isObject(with) || !hasPrefix(uses.String(), deployActions) {
		return
	}
	root := &syntax.Node{Kind: syntax.Object, Range: with.Range, Text: uses.Text, Incomplete: with.Incomplete}
	for _, m := range with.Members {
		root.Members = append(root.Members, syntax.Member{Key: m.Key, Value: env.value(m.Value)})
	}
	root.Members = append(root.Members, r.namedFile(root.Get("task-definition"), before)...)
	r.result.Objects = append(r.result.Objects, adapt.NewObject(r.file, r.format, ecs.TypeAction, "", root))
}

// namedFile is the member that holds the task definition of a file; unknown where a script before may have written it.
func (r *reader) namedFile(file *syntax.Node, before []piece) []syntax.Member {
	if constant(file) == nil {
		return nil
	}
	member := syntax.Member{
		Key:   &syntax.Node{Kind: syntax.String, Range: file.Range, Text: adapt.Name(ecs.ActionTaskDefinition)},
		Value: &syntax.Node{Kind: syntax.Unknown, Range: file.Range, Text: file.Text},
	}
	for _, p := range before {
		if strings.Contains(p.text.String(), path.Base(file.String())) {
			return []syntax.Member{member}
		}
	}
	tree, ref := r.load(file.String())
	ref.Range = file.Range
	r.result.References = append(r.result.References, ref)
	if tree != nil {
		member.Value = tree
	}
	return []syntax.Member{member}
}

func hasPrefix(s string, prefixes []string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}
