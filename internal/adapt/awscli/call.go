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
}

// option is one option of a call with its values.
type option struct {
	name   shell.Word
	key    string // as in family or no-enable-ecs-managed-tags, without the dashes
	values []*shell.Word
}

// wrappers are commands that run the command behind them.
var wrappers = map[string]bool{"sudo": true, "time": true, "command": true, "exec": true, "nohup": true, "env": true}

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
	words := command.Words
	for len(words) > 0 && wrappers[words[0].Text.String()] {
		words = words[1:]
	}
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
			words = words[1:] // aws $PROFILE_OPTION ecs ...
		case name == "":
			return words
		case known && takesValue && !inline && len(words) > 1:
			words = words[2:]
		default:
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
			value := *word
			value.Value = cut(word.Value, strings.IndexByte(word.Text.String(), '=')+1)
			c.options = append(c.options, option{*word, name, []*shell.Word{&value}})
		case name != "":
			c.options = append(c.options, option{name: *word, key: name})
		case word.Multiple:
			c.open = true // it may hold options of its own
			c.addValue(word)
		default:
			c.addValue(word)
		}
	}
}

// addValue gives a word to the option before it. A flag takes none.
func (c *call) addValue(word *shell.Word) {
	if len(c.options) == 0 {
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

// optionName is the name of an option word, and whether its value is attached by "=".
func optionName(word shell.Word) (name string, inline bool) {
	s := word.Text.String()
	if !strings.HasPrefix(s, "--") || len(s) == 2 {
		return "", false
	}
	for _, span := range word.Unknown {
		if span.Start < 2 || !strings.Contains(s[:span.Start], "=") {
			return "", false // what it is called can't be known
		}
	}
	name, _, inline = strings.Cut(s[2:], "=")
	return name, inline
}

// cut is the value without its first n bytes.
func cut(v shell.Value, n int) shell.Value {
	out := shell.Value{Text: v.Text.Slice(n, v.Text.Len())}
	for _, span := range v.Unknown {
		if span.End > n {
			span.Start, span.End = max(span.Start-n, 0), span.End-n
			out.Unknown = append(out.Unknown, span)
		}
	}
	return out
}
