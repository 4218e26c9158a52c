// Package policies holds the rules in Rego and the library that they, and an organisation's own, are written with.
package policies

import "embed"

// Files are the policies: lib/ and one folder for each subject, one rule in each file.
//
//go:embed lib/*.rego service/*.rego taskdefinition/*.rego
var Files embed.FS

// Metadata is the metadata of all rules as a JSON list, generated from the METADATA comments: knowing the rules
// must not cost a start of the engine.
//
//go:embed metadata.json
var Metadata []byte
