// Package command holds the rules in Go that read one command of a script: a call of aws with its options.
package command

import "github.com/ecslint/ecslint/internal/analysis"

// All are the analyzers of commands, sorted by name.
var All = []*analysis.Analyzer{
	brokenContinuation,
	brokenQuoting,
	missingOption,
	missingValue,
	strayValue,
	unknownOption,
	unknownSubcommand,
	unsetVariable,
}
