package scripts

import (
	"strings"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

// https://docs.gitlab.com/ci/yaml/
func isGitLab(file string, root *syntax.Node) bool {
	return strings.Contains(file, "gitlab-ci") || isArray(root.Get("stages")) && root.Get("jobs") == nil && root.Get("language") == nil
}

// gitLab reads the jobs: script runs in one shell with what stands before it, after_script in one of its own.
func (r *reader) gitLab(root *syntax.Node) {
	global := environment{}.with(root.Get("variables"))
	before := firstOf(root.Get("before_script"), root.Get("default", "before_script"))
	for _, m := range root.Members {
		job := m.Value
		if !isObject(job) {
			continue
		}
		env := global.with(job.Get("variables"))
		r.lines(env, append(texts(firstOf(job.Get("before_script"), before)), texts(job.Get("script"))...)...)
		r.lines(env, texts(job.Get("after_script"))...)
	}
}

// https://circleci.com/docs/reference/configuration-reference/
func isCircleCI(file string, root *syntax.Node) bool {
	return strings.Contains("/"+file, "/.circleci/") || isObject(root.Get("jobs")) && root.Get("version") != nil
}

// circleCI reads the steps of jobs and of commands: each runs in a shell of its own.
func (r *reader) circleCI(root *syntax.Node) {
	for _, group := range []string{"jobs", "commands"} {
		list := root.Get(group)
		if !isObject(list) {
			continue
		}
		for _, m := range list.Members {
			env := environment{}.with(m.Value.Get("environment"))
			steps := m.Value.Get("steps")
			if !isArray(steps) {
				continue
			}
			var scripts []piece
			for _, step := range steps.Items {
				run := step.Get("run")
				folder := textOf(run.Get("working_directory"))
				own := env.with(run.Get("environment"))
				if command := firstOf(run.Get("command"), run); isText(command) {
					scripts = append(scripts, piece{text: command.Text, env: own, folder: folder, maybe: run.Get("when") != nil})
				}
			}
			r.pieces(scripts)
		}
	}
}

// https://docs.travis-ci.com/user/job-lifecycle/
func isTravis(file string, root *syntax.Node) bool {
	return strings.Contains(file, "travis") && isObject(root)
}

// travisPhases are those of a job, in their order; a script of one sees the variables of those before.
var travisPhases = []string{
	"before_install", "install", "before_script", "script", "before_deploy", "deploy", "after_deploy", "after_success", "after_failure", "after_script",
}

func (r *reader) travis(root *syntax.Node) {
	var all []source.Text
	for _, phase := range travisPhases {
		n := root.Get(phase)
		if script := n.Get("script"); script != nil {
			n = script // deploy: {provider: script, script: ...}
		}
		all = append(all, texts(n)...)
	}
	r.lines(environment{}, all...)
}

func firstOf(nodes ...*syntax.Node) *syntax.Node {
	for _, n := range nodes {
		if n != nil {
			return n
		}
	}
	return nil
}
