package command

import (
	"fmt"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

var unknownOption = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "unknown-option",
		Title:     "A call of the AWS CLI has an option that its subcommand doesn't have",
		Subject:   "command",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{unknownOptions, "ambiguous option:"},
		Sources:   []string{cliReference, cliDriver, cliArguments},
	},
	Run: func(p *analysis.Pass) {
		call, grammar, ok := subjectOf(p)
		if !ok {
			return
		}
		for _, o := range call.Options.Items {
			if !p.Known(o.Name) {
				continue
			}
			name, _ := o.Name.Get()
			_, ambiguous, ok := grammar.Resolve(name)
			switch {
			case ok:
			case len(ambiguous) > 0:
				p.Reportf(o.Name, "%q may be %s", "--"+name, dashed(ambiguous)).
					Help("write the name of the option in full").
					Note("The AWS CLI takes the beginning of a name only where no other option begins so: %q.", "ambiguous option: --"+name)
			default:
				reportUnknownOption(p, call, grammar, o, name)
			}
		}
	},
}

func reportUnknownOption(p *analysis.Pass, call *ecs.Call, grammar ecs.Subcommand, o ecs.CallOption, name string) {
	b := p.Reportf(o.Name, "%s has no option %q", grammar, "--"+name)
	answer := unknownOptions + " --" + name
	if meant, ok := intended(grammar, name); ok {
		b.Help("use --%s", meant.Name)
		if _, given := call.Option(meant.Name); meant.Required && !given {
			answer = requiredMissing + " --" + meant.Name
		}
	} else if help := whereItBelongs(grammar, name); help != "" {
		b.Help("%s", help)
	}
	b.Note("The AWS CLI ends before it calls AWS: %q.", answer)
}

func dashed(names []string) string {
	const most = 3
	if len(names) > most {
		return fmt.Sprintf("--%s or %d others", strings.Join(names[:most], ", --"), len(names)-most)
	}
	return "--" + strings.Join(names, " or --")
}
