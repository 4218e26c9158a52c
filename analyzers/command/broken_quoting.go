package command

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

var brokenQuoting = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "broken-quoting",
		Title:     "The shell breaks a JSON or shorthand value before the AWS CLI sees it",
		Subject:   "command",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{invalidJSON, unknownOptions},
		Sources: []string{
			cliQuoting,
			"https://www.gnu.org/software/bash/manual/html_node/Brace-Expansion.html",
			"https://github.com/aws/aws-cli/blob/v2/awscli/argprocess.py",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, o := range p.Object.Call().Options.Items {
			name, _ := o.Name.Get()
			by, broken := o.BrokenBy.Get()
			if !broken || !p.Known(o.Name) {
				continue
			}
			b := p.Reportf(o.BrokenBy, "the shell breaks the value of %q: %s", "--"+name, whatBreaks[by]).
				Help("put the whole value into single quotes; to use a variable in it, end them before it and begin them again behind it")
			if by == ecs.BrokenByBraces {
				b.Note("The AWS CLI gets several words and ends before it calls AWS: %q.", unknownOptions)
			} else {
				b.Note("The AWS CLI gets what is left and ends before it calls AWS: %q.", "Error parsing parameter '--"+name+"': "+invalidJSON)
			}
		}
	},
}

var whatBreaks = map[string]string{
	ecs.BrokenByQuotes: "it takes the double quotes away",
	ecs.BrokenBySpaces: "it ends at a space that isn't in quotes",
	ecs.BrokenByBraces: "braces with a comma that aren't in quotes become several words",
}
