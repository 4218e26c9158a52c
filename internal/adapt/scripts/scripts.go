// Package scripts finds the shell text inside of YAML that runs it: workflows, build specifications, playbooks. Each
// text goes through the reader of aws ecs calls with the exact places of the file around it.
package scripts

import (
	"regexp"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/adapt/awscli"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/shell"
)

// kind is one way to keep scripts in YAML.
type kind struct {
	format string // of the objects
	name   string // for people; "" where the document may be anything
	fits   func(file string, root *syntax.Node) bool
	read   func(*reader, *syntax.Node)
}

// kinds are tried in order; the last one takes whatever has members that are named like scripts.
var kinds = []kind{
	{"github-workflow", "a GitHub workflow", isWorkflow, (*reader).workflow},
	{"github-action", "a GitHub action", isCompositeAction, (*reader).compositeAction},
	{"buildspec", "a build specification", isBuildspec, (*reader).buildspec},
	{"gitlab-ci", "a GitLab pipeline", isGitLab, (*reader).gitLab},
	{"circleci", "a CircleCI configuration", isCircleCI, (*reader).circleCI},
	{"travis", "a Travis CI configuration", isTravis, (*reader).travis},
	{"ansible", "an Ansible playbook", isAnsible, (*reader).ansible},
	{"yaml", "", func(string, *syntax.Node) bool { return true }, (*reader).anything},
}

var awsCommand = regexp.MustCompile(`\baws[\s"'\\]`)

// MayHold is a cheap look: only where it is true Read finds anything or loads a file.
func MayHold(text string) bool {
	return strings.Contains(text, "aws-actions/") || awscli.MayHold(text) && awsCommand.MatchString(text)
}

// Read finds the objects that the scripts of a YAML document make. Where there are none, Why says what it is,
// if it is anything that holds scripts.
func Read(f *source.File, root *syntax.Node, load awscli.Load) adapt.Result {
	for _, k := range kinds {
		if !k.fits(f.Name, root) {
			continue
		}
		r := &reader{file: f, format: k.format, load: load}
		if MayHold(f.Text().String()) {
			k.read(r, root)
		}
		if len(r.result.Objects) == 0 && k.name != "" {
			r.result.Why = k.name + " without aws ecs calls"
		}
		slices.SortStableFunc(r.result.Objects, func(a, b *ecs.Object) int { return a.Root.Range.Start - b.Root.Range.Start })
		return r.result
	}
	return adapt.Result{}
}

type reader struct {
	file   *source.File
	format string
	load   awscli.Load
	result adapt.Result
}

// calls takes the aws ecs calls of a script.
func (r *reader) calls(s *shell.Script, load awscli.Load) {
	found := awscli.ReadScript(s, r.format, load)
	r.result.Objects = append(r.result.Objects, found.Objects...)
	r.result.Problems = append(r.result.Problems, found.Problems...)
	r.result.References = append(r.result.References, found.References...)
}

// isText reports a node that holds shell text, with or without placeholders in it.
func isText(n *syntax.Node) bool {
	return n != nil && n.Tag == "" && (n.Kind == syntax.String || n.Kind == syntax.Unknown) && n.Text.Len() > 0
}

// texts are the lines of a script: one text, or a list of them, which may be nested.
func texts(n *syntax.Node) []source.Text {
	if isText(n) {
		return []source.Text{n.Text}
	}
	var all []source.Text
	if n != nil && n.Kind == syntax.Array {
		for _, item := range n.Items {
			all = append(all, texts(item)...)
		}
	}
	return all
}

// textOf is the text of a scalar; "" where there is none.
func textOf(n *syntax.Node) string {
	if n == nil {
		return ""
	}
	return n.String()
}

func isObject(n *syntax.Node) bool { return n != nil && n.Kind == syntax.Object }

func isArray(n *syntax.Node) bool { return n != nil && n.Kind == syntax.Array }
