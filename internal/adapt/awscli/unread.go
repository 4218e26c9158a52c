package awscli

import (
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/source"
)

const globalOption = "an option of the AWS CLI, not of the call"

// pass lists what the input doesn't hold. Where there is no place in the input, at is the option as it is written.
func (c *call) pass(r source.Range, at, why string) {
	c.unread = append(c.unread, ecs.Unread{Range: r, At: at, Why: why})
}

// passOption lists an option that stands for no member of the input.
func (c *call) passOption(o option) {
	why := "not an option of " + c.subcommand.String()
	switch {
	case o.means.Name == inputJSON || o.means.Name == inputYAML:
		return // inputFile has read it
	case o.means.Global:
		why = globalOption
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
	for _, word := range extra {
		c.pass(word.Range, "--"+o.key, "more than the option takes")
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

// valuesRange is where the values of an option stand. They need not be in order: a word may come out of a variable.
func (o option) valuesRange() source.Range {
	r := o.values[0].Range
	for _, v := range o.values[1:] {
		r.Start, r.End = min(r.Start, v.Range.Start), max(r.End, v.Range.End)
	}
	return r
}
