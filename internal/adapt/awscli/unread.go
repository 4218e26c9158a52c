package awscli

import (
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax/shell"
)

const globalOption = "an option of the AWS CLI, not of the call"

// pass lists what the input doesn't hold. Where there is no place in the input, at is the option as it is written.
func (c *call) pass(r source.Range, at, why string) {
	c.unread = append(c.unread, ecs.Unread{Range: r, At: at, Why: why})
}

// passOption lists an option that stands for no member of the input.
func (c *call) passOption(o option) {
	takesValue, global := globalOptions[o.key]
	why := "not an option of aws ecs " + c.operation.Subcommand
	switch {
	case o.key == inputJSON || o.key == inputYAML:
		return // inputFile has read it
	case global:
		why = globalOption
		if takesValue {
			c.openAt(o.values[min(1, len(o.values)):])
		} else {
			c.openAt(o.values)
		}
	case !o.name.Known():
		why = "which option it is can't be known"
	}
	c.pass(o.place(), "--"+o.key, why)
}

// passExtra lists the values that an option doesn't take.
func (c *call) passExtra(o option, model ecs.Option) {
	extra := o.values
	switch {
	case model.List:
		return
	case !isFlag(model):
		extra = o.values[min(1, len(o.values)):]
	}
	c.openAt(extra)
	for _, word := range extra {
		c.pass(word.Range, "--"+o.key, "more than the option takes")
	}
}

// openAt opens the call where one of the words may be an option that can't be known.
func (c *call) openAt(words []*shell.Word) {
	for _, word := range words {
		c.open = c.open || !word.Known()
	}
}

// place is where an option stands with its values.
func (o option) place() source.Range {
	r := o.name.Range
	for _, v := range o.values {
		r.End = max(r.End, v.Range.End)
	}
	return r
}
