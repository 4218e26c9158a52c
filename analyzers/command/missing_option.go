package command

import (
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

var missingOption = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "missing-option",
		Title:     "A call of the AWS CLI lacks an option that its subcommand needs",
		Subject:   "command",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{requiredMissing},
		Sources:   []string{cliReference, "https://github.com/aws/aws-cli/pull/6167", cliDriver},
	},
	Run: func(p *analysis.Pass) {
		call, grammar, ok := subjectOf(p)
		if !ok || call.Broken() || givesAll(call) || mentionedOnly(p) || !call.Rest.Absent() { // of the last broken-continuation speaks
			return
		}
		missing := missingOptions(call, grammar)
		if len(missing) == 0 {
			return
		}
		if call.Open() {
			p.Undecided(call.Subcommand)
			return
		}
		names := "--" + strings.Join(missing, ", --")
		p.Reportf(call.Subcommand, "%s needs %s", grammar, names).
			Help("add %s", names).
			Note("The AWS CLI ends before it calls AWS: %s.", answerTo(missing, grammar))
	},
}

// answerTo is what the AWS CLI says. A boolean is missed only when the input is checked as a whole.
// https://github.com/aws/aws-cli/blob/v2/awscli/arguments.py
func answerTo(missing []string, grammar ecs.Subcommand) string {
	var words []string
	for _, name := range missing {
		if o, _ := optionNamed(grammar, name); o.Values != ecs.NoValue {
			words = append(words, "--"+name)
		}
	}
	if len(words) == 0 {
		return "a required parameter is missing in the input"
	}
	return `"` + requiredMissing + " " + strings.Join(words, ", ") + `"`
}

// givesAll reports a call whose options may be given by other means.
func givesAll(call *ecs.Call) bool {
	return slices.ContainsFunc([]string{"cli-input-json", "cli-input-yaml", "generate-cli-skeleton", "cli-auto-prompt", "version"}, func(name string) bool {
		_, ok := call.Option(name)
		return ok
	})
}

// mentionedOnly reports a subcommand without anything, in a text that isn't a script.
func mentionedOnly(p *analysis.Pass) bool {
	call := p.Object.Call()
	return p.Object.Format != "shell" && len(call.Options.Items) == 0 && len(call.Values.Items) == 0
}

// missingOptions are the required options that aren't given, but those that another one was probably meant to be: of
// them unknown-option speaks.
func missingOptions(call *ecs.Call, grammar ecs.Subcommand) []string {
	given := map[string]bool{}
	for _, o := range call.Options.Items {
		name, _ := o.Name.Get()
		option, ok := resolved(grammar, o)
		if !ok {
			option, _ = intended(grammar, name)
		}
		given[identity(option)] = true
	}
	var missing []string
	for _, o := range grammar.Options {
		if o.Required && !o.Negates && !given[identity(o)] {
			missing = append(missing, o.Name)
		}
	}
	return missing
}

// identity is the same for an option and the one that negates it.
func identity(o ecs.CLIOption) string {
	if o.Member != "" {
		return o.Member
	}
	return o.Name
}
