// Package schemas holds the JSON Schemas of what other programs read and write, and of the inputs of the AWS API.
package schemas

import (
	"embed"
	"strings"
)

// Files are the schemas, named as in this folder: report.json describes `check --format json`, and
// register-task-definition.json the input of that subcommand of aws ecs. overlay.json is no schema: it holds the bounds
// that the AWS SDK doesn't know, with what supports them.
//
//go:embed *.json
var Files embed.FS

//go:embed model.lock
var lock string

// Model is what the inputs' schemas were generated from: a module of the AWS SDK, its version, and the day of that
// version as in 2026-11-04.
func Model() (module, version, date string) {
	fields := strings.Fields(lock)
	return fields[0], fields[1], fields[2]
}
