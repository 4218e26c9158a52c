// Package schemas holds the JSON Schemas of what other programs read and write, and of the inputs of the AWS API.
package schemas

import (
	"embed"
	"strings"
)

// Files are the schemas, named as in this folder: report.json describes `check --format json`, simulation.json `simulate --format json`, and
// register-task-definition.json the input of that subcommand of the AWS CLI. overlay.json is no schema: it holds the bounds
// that the AWS SDK doesn't know, with what supports them.
//
//go:embed *.json
var Files embed.FS

//go:embed model.lock
var lock string

// Model is a module of the AWS SDK that the inputs' schemas were generated from.
type Model struct {
	Command string // of the AWS CLI, as in application-autoscaling
	Module  string // as in github.com/aws/aws-sdk-go-v2/service/applicationautoscaling
	Version string
	Date    string // of the version, as in 2026-11-04
}

// Models are all of them, that of ECS first.
func Models() []Model {
	var models []Model
	for line := range strings.Lines(lock) {
		f := strings.Fields(line)
		models = append(models, Model{f[0], f[1], f[2], f[3]})
	}
	return models
}
