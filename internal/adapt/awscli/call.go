package awscli

import (
	"path"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/shell"
)

// call is one command of the AWS CLI.
type call struct {
	command    *shell.Command
	subcommand ecs.Subcommand
	head       source.Range  // from aws to the subcommand
	words      []*shell.Word // aws, the command as in ecs, the subcommand
	stray      []*shell.Word // what stands before every option
	options    []option      // those behind the subcommand; those before it are in before
	before     []option
	rest       *shell.Word // the option on the next line that was meant to be a part of the call
	open       bool        // it may have options that can't be known
	unread     []ecs.Unread
}

// option is one option of a call with its values.
type option struct {
	name   shell.Word
	key    string // as in family or no-enable-ecs-managed-tags, without the dashes
	means  ecs.CLIOption
	values []*shell.Word
}

// findCall recognises aws [options] COMMAND [options] SUBCOMMAND [options]. The subcommand of ecs may be one that there isn't;
// of other commands only those are calls that are known.
func findCall(command *shell.Command) (*call, bool) {
	words := unwrap(command.Words)
	if len(words) < 3 || path.Base(words[0].Text.String()) != "aws" || !words[0].Known() {
		return nil, false
	}
	c := &call{command: command, open: command.Broken}
	c.words = append(c.words, &words[0])
	words = c.globals(words[1:])
	if len(words) < 2 {
		return nil, false
	}
	c.words = append(c.words, &words[0])
	words = c.globals(words[1:])
	if len(words) == 0 {
		return nil, false
	}
	c.words = append(c.words, &words[0])
	if words[0].Text.String() == "wait" && len(words) > 1 && !strings.HasPrefix(words[1].Text.String(), "-") {
		c.words, words = append(c.words, &words[1]), words[1:]
	}
	name := c.words[1].Text.String()
	known := false
	if c.subcommand, known = ecs.SubcommandOf(name, c.name()); !known && name != "ecs" {
		return nil, false
	}
	c.head = source.Range{File: c.words[0].Range.File, Start: c.words[0].Range.Start, End: words[0].Range.End}
	c.read(words[1:])
	return c, true
}

// name is the subcommand as it is written.
func (c *call) name() string {
	name := c.words[2].Text.String()
	for _, word := range c.words[3:] {
		name += " " + word.Text.String()
	}
	return name
}

// globals takes the options in front of the service or the subcommand.
func (c *call) globals(words []shell.Word) []shell.Word {
	for len(words) > 0 {
		name, inline := optionName(words[0])
		global, known := ecs.GlobalOption(name)
		o := option{name: words[0], key: name, means: global}
		switch {
		case name == "" && words[0].Multiple:
			c.pass(words[0].Range, words[0].Text.Masked(), globalOption)
			words = words[1:] // aws $PROFILE_OPTION ecs ...
			continue
		case name == "":
			return words
		case inline:
			o.values = []*shell.Word{inlineValue(words[0])}
		case known && global.Values == ecs.OneValue && len(words) > 1:
			o.values = []*shell.Word{&words[1]}
			words = words[1:]
		}
		c.before = append(c.before, o)
		c.pass(o.place(), "--"+name, globalOption)
		words = words[1:]
	}
	return words
}

// read splits the words behind the subcommand into options with their values.
func (c *call) read(words []shell.Word) {
	for i := range words {
		word := &words[i]
		name, inline := optionName(*word)
		switch {
		case name != "" && inline:
			c.add(option{name: *word, key: name, values: []*shell.Word{inlineValue(*word)}})
		case name != "":
			c.add(option{name: *word, key: name})
		case strings.HasPrefix(word.Text.String(), "--") && !word.Known():
			c.open = true
			c.add(option{name: *word, key: word.Text.String()[2:]})
		case isElision(word.Text.String()):
			c.elide(word)
		default:
			c.open = c.open || !word.Known() && !c.awaitsValue(word) // it may hold options of its own
			c.addValue(word)
		}
	}
}

// elide takes a word that stands for a value, or for options.
func (c *call) elide(word *shell.Word) {
	c.open = true
	if c.awaitsValue(word) {
		value := *word
		value.Unknown = []syntax.Span{{Start: 0, End: word.Text.Len()}}
		c.addValue(&value)
		return
	}
	c.pass(word.Range, word.Text.Masked(), "stands for what is left out")
}

func (c *call) add(o option) {
	o.means, _, _ = c.subcommand.Resolve(o.key)
	c.options = append(c.options, o)
}

// awaitsValue reports that a word such as $REGION is a value of the option before it. That it could be empty, or
// several words, is nobody's intention there.
func (c *call) awaitsValue(word *shell.Word) bool {
	if len(c.options) == 0 || word.Multiple && strings.ContainsAny(word.Text.String(), "@*") {
		return false
	}
	last := c.options[len(c.options)-1]
	switch last.means.Values {
	case ecs.AnyValues:
		return len(last.values) == 0 || !word.Multiple
	case ecs.NoValue:
		return last.means.Name == "" && len(last.values) == 0 // an option that nobody knows takes one, as most do
	}
	return len(last.values) == 0
}

// addValue gives a word to the option before it.
func (c *call) addValue(word *shell.Word) {
	if len(c.options) == 0 {
		c.stray = append(c.stray, word)
		c.pass(word.Range, word.Text.Masked(), "stands before every option")
		return
	}
	last := &c.options[len(c.options)-1]
	last.values = append(last.values, word)
}

// option finds an option by its name; of several the last counts, as for the AWS CLI.
func (c *call) option(name string) (option, bool) {
	for i := len(c.options) - 1; i >= 0; i-- {
		if c.options[i].means.Name == name {
			return c.options[i], true
		}
	}
	return option{}, false
}

// printsOnly reports a call that prints a template or help instead of doing something.
func (c *call) printsOnly() bool {
	_, skeleton := c.option("generate-cli-skeleton")
	return skeleton || slices.ContainsFunc(c.stray, func(w *shell.Word) bool { return w.Text.String() == "help" })
}
