package command

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

var missingValue = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "missing-value",
		Title:     "An option of a call of the AWS CLI has no value",
		Subject:   "command",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{oneExpected},
		Sources:   []string{cliArguments, "https://docs.python.org/3/library/argparse.html#nargs"},
	},
	Run: func(p *analysis.Pass) {
		call, grammar, ok := subjectOf(p)
		if !ok || call.Broken() {
			return
		}
		moved := !call.Values.Absent() // of the first option stray-value speaks
		for _, o := range call.Options.Items {
			if !lacksValue(grammar, o) {
				continue
			}
			if moved {
				moved = false
				continue
			}
			name, _ := o.Name.Get()
			p.Reportf(o.Name, "%q has no value", "--"+name).
				Help("write its value behind it; one that begins with a dash as --%s=VALUE", name).
				Note("The AWS CLI ends before it calls AWS: %q.", "argument --"+name+": "+oneExpected)
		}
	},
}

// lackingOption is the first option without the value that it needs.
func lackingOption(call *ecs.Call, grammar ecs.Subcommand) (ecs.CallOption, bool) {
	for _, o := range call.Options.Items {
		if lacksValue(grammar, o) {
			return o, true
		}
	}
	return ecs.CallOption{}, false
}

// lacksValue reports an option that certainly has no value and needs one.
func lacksValue(grammar ecs.Subcommand, o ecs.CallOption) bool {
	option, ok := resolved(grammar, o)
	return ok && option.Values == ecs.OneValue && o.Values.Absent()
}
