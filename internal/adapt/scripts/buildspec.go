package scripts

import (
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

// https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html
func isBuildspec(_ string, root *syntax.Node) bool {
	return isObject(root.Get("phases")) && root.Get("version") != nil
}

// phases are those of a build, in their order.
var phases = []string{"install", "pre_build", "build", "post_build"}

// buildspec reads the commands of all phases. They run in one shell, but before version 0.2 each command in its own.
func (r *reader) buildspec(root *syntax.Node) {
	if shell := textOf(root.Get("env", "shell")); shell != "" && shell != "bash" && shell != "sh" && shell != "/bin/sh" {
		return
	}
	env := environment{}.with(root.Get("env", "variables"))
	var commands []source.Text
	for _, name := range phases {
		for _, list := range []string{"commands", "finally"} {
			commands = append(commands, texts(root.Get("phases", name, list))...)
		}
	}
	if textOf(root.Get("version")) != "0.1" {
		r.lines(env, commands...)
		return
	}
	var alone []piece
	for _, c := range commands {
		alone = append(alone, piece{text: c, env: env})
	}
	r.pieces(alone)
}
