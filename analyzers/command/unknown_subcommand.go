package command

import (
	"regexp"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

var unknownSubcommand = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "unknown-subcommand",
		Title:     "A call of aws ecs misspells its subcommand",
		Subject:   "command",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{invalidOperation},
		Sources:   []string{cliReference, "https://github.com/aws/aws-cli/blob/v2/awscli/argparser.py"},
	},
	Run: func(p *analysis.Pass) {
		call := p.Object.Call()
		command, _ := call.Command.Get()
		name, ok := call.Subcommand.Get()
		if command != "ecs" || !ok || !subcommandName.MatchString(name) || call.Helps() {
			return
		}
		if _, known := ecs.SubcommandOf(command, name); known {
			return
		}
		if similar, ok := misspelt(command, name); ok { // without one, it may be newer than our list
			p.Reportf(call.Subcommand, "aws ecs has no subcommand %q", name).
				Help("use %s", similar).
				Note("The AWS CLI ends before it calls AWS: %q.", invalidOperation)
		}
	},
}

// misspelt finds the subcommand of which a name has every word but one, and that one with few other letters.
func misspelt(command, name string) (string, bool) {
	words := strings.FieldsFunc(name, isSeparator)
	for _, candidate := range ecs.Subcommands(command) {
		others := strings.FieldsFunc(candidate, isSeparator)
		different := 0
		for i := range min(len(words), len(others)) {
			if words[i] == others[i] {
				continue
			}
			different++
			if _, similar := diag.Suggest(words[i], others[i:i+1]); !similar {
				different = len(words)
			}
		}
		if len(words) == len(others) && different == 1 {
			return candidate, true
		}
	}
	return "", false
}

func isSeparator(r rune) bool { return r == '-' || r == ' ' }

var subcommandName = regexp.MustCompile(`^[a-z]+(-[a-z]+)+$|^wait [a-z-]+$`)
