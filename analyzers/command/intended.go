package command

import (
	"strings"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
)

// intended is the option of the same subcommand that was probably meant by a name that it doesn't have.
func intended(grammar ecs.Subcommand, name string) (ecs.CLIOption, bool) {
	if o, ok := optionNamed(grammar, strings.TrimSuffix(name, "s")); ok {
		return o, true
	}
	if o, ok := negated(grammar, name); ok {
		return o, true
	}
	if nested(grammar, name) != nil {
		return ecs.CLIOption{}, false
	}
	names := make([]string, len(grammar.Options))
	for i, o := range grammar.Options {
		names[i] = o.Name
	}
	if similar, ok := diag.Suggest(name, names); ok {
		return optionNamed(grammar, similar)
	}
	for _, o := range grammar.Options {
		singular := strings.TrimSuffix(o.Name, "s")
		if !o.Global && (strings.HasSuffix(o.Name, "-"+name) || strings.HasPrefix(name, singular+"-")) {
			return o, true // --count for --desired-count, --service-name for --service
		}
	}
	return ecs.CLIOption{}, false
}

func optionNamed(grammar ecs.Subcommand, name string) (ecs.CLIOption, bool) {
	for _, o := range grammar.Options {
		if o.Name == name {
			return o, true
		}
	}
	return ecs.CLIOption{}, false
}

// negated is the option that sets a boolean to false, where another spelling of it was used.
func negated(grammar ecs.Subcommand, name string) (ecs.CLIOption, bool) {
	for _, prefix := range []string{"no-", "disable-"} {
		rest, ok := strings.CutPrefix(name, prefix)
		if !ok {
			continue
		}
		for _, positive := range []string{rest, "enable-" + rest} {
			o, ok := optionNamed(grammar, positive)
			for _, other := range grammar.Options {
				if ok && other.Negates && other.Member == o.Member {
					return other, true
				}
			}
		}
	}
	return ecs.CLIOption{}, false
}
