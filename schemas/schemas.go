// Package schemas holds the JSON Schemas of what other programs read and write.
package schemas

import "embed"

// Files are the schemas, named as in this folder: report.json describes `check --format json`.
//
//go:embed *.json
var Files embed.FS
