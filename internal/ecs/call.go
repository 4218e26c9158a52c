package ecs

import (
	"slices"

	"github.com/ecslint/ecslint/internal/value"
)

// Call is a command of a script as it is written: a call of aws, or a docker push.
type Call struct {
	value.Object
	Program    value.Value[string]             // aws or docker
	Command    value.Value[string]             // of aws, as in ecs or application-autoscaling
	Subcommand value.Value[string]             // as in update-service, wait services-stable or push
	Options    value.List[CallOption]          // in order; not complete where more may be given that can't be known
	Values     value.List[value.Value[string]] // what stands before every option; of a push the images
	Rest       value.Value[string]             // the option on the next line that was meant to be a part of the call
}

// CallOption is one option of a call with its values.
type CallOption struct {
	value.Object
	Name     value.Value[string] // as it is written, without the dashes
	Values   value.List[value.Value[string]]
	BrokenBy value.Value[string] // what the shell breaks its value by: one of the constants below; mostly absent
}

// What makes of a JSON or shorthand value something else, before the AWS CLI sees it.
const (
	BrokenByQuotes = "quotes" // the shell takes away the quotes that the value needs
	BrokenBySpaces = "spaces" // the value becomes several words
	BrokenByBraces = "braces" // {a,b} becomes several words
)

func decodeCall(o value.Object) Call {
	return Call{
		Object:     o,
		Program:    value.String(o, "program"),
		Command:    value.String(o, "command"),
		Subcommand: value.String(o, "subcommand"),
		Options:    value.ListOf(o, "options", decodeCallOption),
		Values:     value.Strings(o, "values"),
		Rest:       value.String(o, "rest"),
	}
}

func decodeCallOption(o value.Object) CallOption {
	return CallOption{
		Object:   o,
		Name:     value.String(o, "name"),
		Values:   value.Strings(o, "values"),
		BrokenBy: value.String(o, "brokenBy"),
	}
}

// Grammar is what the subcommand takes; false where it isn't known.
func (c Call) Grammar() (Subcommand, bool) {
	program, _ := c.Program.Get()
	command, _ := c.Command.Get()
	name, ok := c.Subcommand.Get()
	if program != "aws" || !ok {
		return Subcommand{}, false
	}
	return SubcommandOf(command, name)
}

// Broken reports that a part of the call was lost to a syntax error of the script.
func (c Call) Broken() bool { return c.Where().Node().Incomplete }

// Helps reports a call that prints help.
func (c Call) Helps() bool {
	lists := []value.List[value.Value[string]]{c.Values}
	for _, o := range c.Options.Items {
		lists = append(lists, o.Values)
	}
	for _, list := range lists {
		for _, v := range list.Items {
			if text, _ := v.Get(); text == "help" {
				return true
			}
		}
	}
	return false
}

// Open reports that the call may have options that can't be known.
func (c Call) Open() bool {
	if !c.Options.Complete || anyUnknown(c.Values, 0) {
		return true
	}
	grammar, _ := c.Grammar()
	return slices.ContainsFunc(c.Options.Items, func(o CallOption) bool {
		name, _ := o.Name.Get()
		option, _, _ := grammar.Resolve(name)
		return o.Object.Unknown() || o.Name.Unknown() || anyUnknown(o.Values, option.Values.Most())
	})
}

// anyUnknown reports what isn't known of a list from item i on.
func anyUnknown(list value.List[value.Value[string]], i int) bool {
	return !list.Complete || slices.ContainsFunc(list.Items[min(i, len(list.Items)):], value.Value[string].Unknown)
}

// Option finds an option by its full name, also where only the beginning of it is written. Of several the last counts.
func (c Call) Option(name string) (CallOption, bool) {
	grammar, _ := c.Grammar()
	for i := len(c.Options.Items) - 1; i >= 0; i-- {
		written, ok := c.Options.Items[i].Name.Get()
		if !ok {
			continue
		}
		if o, _, _ := grammar.Resolve(written); written == name || o.Name == name {
			return c.Options.Items[i], true
		}
	}
	return CallOption{}, false
}

// String is the call in short, as in aws ecs update-service; parts that aren't known are left out.
func (c Call) String() string {
	s := ""
	for _, v := range []value.Value[string]{c.Program, c.Command, c.Subcommand} {
		if part, ok := v.Get(); ok && s != "" {
			s += " " + part
		} else if ok {
			s = part
		}
	}
	return s
}
