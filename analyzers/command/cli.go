package command

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
)

// What the AWS CLI says before it calls AWS.
// https://github.com/aws/aws-cli/blob/v2/awscli/clidriver.py
// https://github.com/python/cpython/blob/main/Lib/argparse.py
const (
	unknownOptions   = "Unknown options:"
	requiredMissing  = "the following arguments are required:"
	oneExpected      = "expected one argument"
	invalidJSON      = "Invalid JSON:"
	invalidOperation = "argument operation: Invalid choice"
)

// Sources of what the rules about options say.
const (
	cliDriver    = "https://github.com/aws/aws-cli/blob/v2/awscli/clidriver.py"
	cliArguments = "https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-parameters.html"
	cliReference = "https://docs.aws.amazon.com/cli/latest/reference/ecs/index.html"
	cliQuoting   = "https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-parameters-quoting-strings.html"
)

// subjectOf is the call of a pass and what its subcommand takes; false where that isn't known, and for a call that only
// prints help.
func subjectOf(p *analysis.Pass) (*ecs.Call, ecs.Subcommand, bool) {
	call := p.Object.Call()
	grammar, ok := call.Grammar()
	return call, grammar, ok && !call.Helps()
}

// resolved is the grammar of an option; false where its name isn't known or isn't one.
func resolved(grammar ecs.Subcommand, o ecs.CallOption) (ecs.CLIOption, bool) {
	name, ok := o.Name.Get()
	if !ok {
		return ecs.CLIOption{}, false
	}
	option, _, ok := grammar.Resolve(name)
	return option, ok
}
