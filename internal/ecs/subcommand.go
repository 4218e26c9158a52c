package ecs

import (
	"math"
	"slices"
	"strings"
)

// Subcommand is what `aws ecs NAME` takes on the command line.
type Subcommand struct {
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

// SubcommandOf finds a subcommand of aws ecs by its name; that of a waiter is two words, as in wait tasks-running.
func SubcommandOf(name string) (Subcommand, bool) {
	if options, ok := customSubcommands[name]; ok {
		return Subcommand{Name: name, Options: append(options[:len(options):len(options)], globalOptions...)}, true
	}
	api := name
	if waiter, ok := strings.CutPrefix(name, "wait "); ok {
		api = waiters[waiter]
	}
	operation, ok := OperationOf(api)
	if !ok {
		return Subcommand{}, false
	}
	s := Subcommand{Name: name, Operation: operation}
	for _, o := range operation.Options {
		s.Options = append(s.Options, optionsOf(o)...)
	}
	s.Options = append(s.Options, commonOptions...)
	if _, paginated := operation.Option("next-token"); paginated && api == name {
		s.Options = append(s.Options, paginationOptions...)
	}
	if strings.HasSuffix(name, "-express-gateway-service") && !operation.reads() {
		s.Options = append(s.Options, monitorOptions...)
	}
	s.Options = append(s.Options, globalOptions...)
	return s, true
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

// Subcommands are the names of all subcommands of aws ecs, sorted.
func Subcommands() []string {
	var names []string
	for _, o := range operations {
		names = append(names, o.Subcommand)
	}
	for name := range customSubcommands {
		names = append(names, name)
	}
	for name := range waiters {
		names = append(names, "wait "+name)
	}
	slices.Sort(names)
	return names
}
