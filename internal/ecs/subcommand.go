package ecs

import (
	"math"
	"slices"
	"strings"
	"sync"
)

// Subcommand is what `aws COMMAND NAME` takes on the command line.
type Subcommand struct {
	Command   string    // of aws, as in ecs
	Name      string    // as in update-service or wait services-stable
	Operation Operation // the call that it makes; zero where it makes several
	Options   []CLIOption
}

// CLIOption is an option of the AWS CLI.
type CLIOption struct {
	Name     string // without the dashes
	Values   Arity
	JSON     bool // its values are JSON or shorthand
	Required bool
	Global   bool   // an option of aws itself, in front of the service or behind
	Member   string // of the operation's input, as in launchType; "" for none
	Negates  bool   // it sets the member to false
}

// Arity is how many values an option takes.
type Arity uint8

const (
	NoValue Arity = iota
	OneValue
	MaybeValue // none or one
	AnyValues
)

// Most is how many values an option takes at most.
func (a Arity) Most() int {
	switch a {
	case NoValue:
		return 0
	case AnyValues:
		return math.MaxInt
	}
	return 1
}

// SubcommandOf finds a subcommand of a command of aws by its name; that of a waiter is two words, as in wait tasks-running. Of
// ecs all are known, of other commands those that objects are made of.
func SubcommandOf(command, name string) (Subcommand, bool) {
	s, ok := subcommands()[spelling{command, name}]
	return s, ok
}

// spelling is how a subcommand is written, as in ecs update-service.
type spelling struct{ command, name string }

var subcommands = sync.OnceValue(func() map[spelling]Subcommand {
	all := map[spelling]Subcommand{}
	for name, options := range customSubcommands {
		all[spelling{ecsCommand, name}] = Subcommand{Command: ecsCommand, Name: name, Options: slices.Concat(options, globalOptions)}
	}
	for _, o := range operations {
		all[spelling{o.Command, o.Subcommand}] = o.commandLine(o.Subcommand)
	}
	for name, subcommand := range waiters {
		if o, ok := OperationOf(ecsCommand, subcommand); ok {
			all[spelling{ecsCommand, "wait " + name}] = o.commandLine("wait " + name)
		}
	}
	return all
})

const ecsCommand = "ecs"

// commandLine is what the subcommand takes that makes the call.
func (o Operation) commandLine(name string) Subcommand {
	s := Subcommand{Command: o.Command, Name: name, Operation: o}
	for _, member := range o.Options {
		s.Options = append(s.Options, optionsOf(member)...)
	}
	s.Options = append(s.Options, commonOptions...)
	if _, paginated := o.Option("next-token"); paginated {
		s.Options = append(s.Options, paginationOptions...)
	}
	if strings.HasSuffix(name, "-express-gateway-service") && !o.reads() {
		s.Options = append(s.Options, monitorOptions...)
	}
	s.Options = append(s.Options, globalOptions...)
	return s
}

func (o Operation) reads() bool {
	return strings.HasPrefix(o.Subcommand, "describe-") || strings.HasPrefix(o.Subcommand, "list-")
}

// optionsOf is the option for a member, and the one that negates it.
func optionsOf(o Option) []CLIOption {
	structured := o.Kind == KindStructure || o.Kind == KindMap || o.Kind == KindDocument
	option := CLIOption{Name: o.Name, Values: OneValue, JSON: structured, Required: o.Required, Member: o.Wire}
	switch {
	case o.List:
		option.Values = AnyValues
	case o.Kind == KindBoolean:
		option.Values = NoValue
		return []CLIOption{option, {Name: o.Negation(), Required: o.Required, Member: o.Wire, Negates: true}}
	}
	return []CLIOption{option}
}

// Resolve finds the option that a word without its dashes means: by its name, or by a beginning of it that no other
// option has. Where several have it, ambiguous names them. The options of aws itself come first, as it reads them first.
// https://docs.python.org/3/library/argparse.html#allow-abbrev
func (s Subcommand) Resolve(word string) (o CLIOption, ambiguous []string, ok bool) {
	for _, o := range s.Options {
		if o.Name == word {
			return o, nil, true
		}
	}
	for _, global := range []bool{true, false} {
		var found []CLIOption
		for _, o := range s.Options {
			if o.Global == global && word != "" && strings.HasPrefix(o.Name, word) {
				found = append(found, o)
				ambiguous = append(ambiguous, o.Name)
			}
		}
		switch {
		case len(found) == 1:
			return found[0], nil, true
		case len(found) > 1:
			return CLIOption{}, ambiguous, false
		}
	}
	return CLIOption{}, nil, false
}

// GlobalOption finds an option of aws itself.
func GlobalOption(word string) (CLIOption, bool) {
	o, _, ok := Subcommand{Options: globalOptions}.Resolve(word)
	return o, ok
}

// Subcommands are the names of the subcommands of a command of aws that are known, sorted.
func Subcommands(command string) []string {
	var names []string
	for s := range subcommands() {
		if s.command == command {
			names = append(names, s.name)
		}
	}
	slices.Sort(names)
	return names
}

// String is the subcommand as people write it, as in aws ecs update-service.
func (s Subcommand) String() string { return "aws " + s.Command + " " + s.Name }
