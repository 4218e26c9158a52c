package command

import (
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

var strayValue = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:       "stray-value",
		Title:      "A value of a call of the AWS CLI stands where no option takes it",
		Subject:    "command",
		Engine:     rules.Go,
		Category:   rules.Correctness,
		Severity:   rules.Error,
		Since:      "0.1.0",
		AWSErrors:  []string{unknownOptions},
		Supersedes: []string{"missing-option"},
		Sources:    []string{cliDriver, cliArguments},
	},
	Run: func(p *analysis.Pass) {
		call, grammar, ok := subjectOf(p)
		if !ok || call.Broken() {
			return
		}
		checkBeforeOptions(p, call, grammar)
		for _, o := range call.Options.Items {
			option, ok := resolved(grammar, o)
			if ok && o.BrokenBy.Absent() {
				checkBehindOption(p, o, option)
			}
		}
	},
}

// checkBeforeOptions reports what stands before every option. That nobody takes a variable there is known where the
// option lacks it.
func checkBeforeOptions(p *analysis.Pass, call *ecs.Call, grammar ecs.Subcommand) {
	if len(call.Values.Items) == 0 {
		return
	}
	first := call.Values.Items[0]
	lacking, lacks := lackingOption(call, grammar)
	text, known := first.Get()
	switch {
	case known && strings.TrimSpace(text) == "": // broken-continuation speaks of it
	case lacks:
		what := "a value"
		if known {
			what = `"` + text + `"`
		}
		name, _ := lacking.Name.Get()
		p.Reportf(first, "%s stands before --%s, which has no value", what, name).
			Help("write the value behind --%s", name).
			Related(lacking.Name, "this option lacks its value").
			Note("The AWS CLI ends before it calls AWS: %q.", "argument --"+name+": "+oneExpected)
	case known:
		b := p.Reportf(first, "%q stands before every option of %s, where nothing takes it", text, grammar).
			Help("write it behind the option that it is the value of").
			Note("The AWS CLI ends before it calls AWS: %q.", unknownOptions+" "+text)
		if missing := missingOptions(call, grammar); len(missing) == 1 && !givesAll(call) {
			b.Help("write it behind --%s, if it is the value of that", missing[0]).
				Related(call.Subcommand, "--%s is missing", missing[0])
		}
	}
}

func checkBehindOption(p *analysis.Pass, o ecs.CallOption, option ecs.CLIOption) {
	if len(o.Values.Items) <= option.Values.Most() || !p.Known(o.Values) {
		return
	}
	stray := o.Values.Items[option.Values.Most()]
	text, ok := stray.Get()
	if !ok || strings.TrimSpace(text) == "" { // of a space broken-continuation speaks
		return
	}
	if option.Values != ecs.NoValue {
		p.Reportf(stray, "--%s takes one value: %q is one more", option.Name, text).
			Help("remove it; where it is a part of the value, put the whole value into quotes").
			Note("The AWS CLI ends before it calls AWS: %q.", unknownOptions+" "+text)
		return
	}
	help := "remove it"
	if strings.EqualFold(text, "false") && option.Member != "" {
		help = "remove it, and write the option that says the opposite: " + opposite(p.Object.Call(), option)
	}
	p.Reportf(stray, "%q stands behind --%s, which takes no value", text, option.Name).
		Help("%s", help).
		Note("The AWS CLI ends before it calls AWS: %q.", unknownOptions+" "+text)
}

// opposite is the option that sets the same member to the other value.
func opposite(call *ecs.Call, option ecs.CLIOption) string {
	grammar, _ := call.Grammar()
	for _, o := range grammar.Options {
		if o.Member == option.Member && o.Negates != option.Negates {
			return "--" + o.Name
		}
	}
	return "--no-" + option.Name
}
