package awscli

import (
	"path"
	"strings"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax/shell"
)

// call is one aws ecs command.
type call struct {
	command   *shell.Command
	operation ecs.Operation
	head      source.Range // from aws to the subcommand
	options   []option
	open      bool // it may have options that can't be known
	unread    []ecs.Unread
}

// option is one option of a call with its values.
type option struct {
	name   shell.Word
	key    string // as in family or no-enable-ecs-managed-tags, without the dashes
	values []*shell.Word
}

// Global options of the AWS CLI, by whether they take a value.
// https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-options.html
var globalOptions = map[string]bool{
	"region": true, "profile": true, "output": true, "query": true, "endpoint-url": true, "color": true, "ca-bundle": true,
	"cli-read-timeout": true, "cli-connect-timeout": true, "cli-binary-format": true, "cli-error-format": true,
	"debug": false, "no-verify-ssl": false, "no-paginate": false, "no-sign-request": false, "no-cli-pager": false,
	"cli-auto-prompt": false, "no-cli-auto-prompt": false, "version": false,
}

// findCall recognises aws [options] ecs SUBCOMMAND [options].
func findCall(command *shell.Command) (*call, bool) {
	words := unwrap(command.Words)
	if len(words) < 3 || path.Base(words[0].Text.String()) != "aws" || !words[0].Known() {
		return nil, false
	}
	c := &call{command: command, open: command.Broken}
	first := words[0].Range
	words = c.globals(words[1:])
	if len(words) < 2 || words[0].Text.String() != "ecs" {
		return nil, false
	}
	words = c.globals(words[1:])
	if len(words) == 0 {
		return nil, false
	}
	operation, ok := ecs.OperationOf(words[0].Text.String())
	if !ok {
		return nil, false
	}
	c.operation = operation
	c.head = source.Range{File: first.File, Start: first.Start, End: words[0].Range.End}
	c.read(words[1:])
	return c, true
}

// globals skips options in front of the service or the subcommand.
func (c *call) globals(words []shell.Word) []shell.Word {
	for len(words) > 0 {
		name, inline := optionName(words[0])
		takesValue, known := globalOptions[name]
		switch {
		case name == "" && words[0].Multiple:
			c.pass(words[0].Range, words[0].Text.Masked(), globalOption)
			words = words[1:] // aws $PROFILE_OPTION ecs ...
		case name == "":
			return words
		case known && takesValue && !inline && len(words) > 1:
			c.pass(source.Range{File: words[0].Range.File, Start: words[0].Range.Start, End: words[1].Range.End}, "--"+name, globalOption)
			words = words[2:]
		default:
			c.pass(words[0].Range, "--"+name, globalOption)
			words = words[1:]
		}
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
			c.options = append(c.options, option{*word, name, []*shell.Word{inlineValue(*word)}})
		case name != "":
			c.options = append(c.options, option{name: *word, key: name})
		case strings.HasPrefix(word.Text.String(), "--") && !word.Known():
			c.open = true
			c.options = append(c.options, option{name: *word, key: word.Text.String()[2:]})
		case word.Multiple:
			c.open = c.open || !c.awaitsValue(word) // it may hold options of its own
			c.addValue(word)
		default:
			c.addValue(word)
		}
	}
}

// awaitsValue reports that a word such as $REGION is the value of the option before it. That it could be empty, or
// several words, is nobody's intention there.
func (c *call) awaitsValue(word *shell.Word) bool {
	if len(c.options) == 0 || strings.ContainsAny(word.Text.String(), "@*") {
		return false
	}
	last := c.options[len(c.options)-1]
	if len(last.values) > 0 {
		return false
	}
	if model, ok := c.operation.Option(last.key); ok {
		return model.List || model.Kind != ecs.KindBoolean
	}
	return globalOptions[last.key]
}

// addValue gives a word to the option before it.
func (c *call) addValue(word *shell.Word) {
	if len(c.options) == 0 {
		c.openAt([]*shell.Word{word})
		c.pass(word.Range, word.Text.Masked(), "stands before every option")
		return
	}
	last := &c.options[len(c.options)-1]
	last.values = append(last.values, word)
}

// option finds an option by its name; of several the last counts, as for the AWS CLI.
func (c *call) option(name string) (option, bool) {
	for i := len(c.options) - 1; i >= 0; i-- {
		if c.options[i].key == name {
			return c.options[i], true
		}
	}
	return option{}, false
}

// skeleton reports a call that prints a template instead of doing something.
func (c *call) skeleton() bool {
	_, ok := c.option("generate-cli-skeleton")
	return ok
}
