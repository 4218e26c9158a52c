package awscli

import (
	"slices"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/syntax"
)

// input is the object that a call sends. Options win over what --cli-input-json holds.
// https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-skeleton.html
func (r *reader) input(c *call) *syntax.Node {
	root := &syntax.Node{Kind: syntax.Object, Range: c.command.Range, Text: textOf(c.head)}
	r.inputFile(c, root)
	for i, o := range c.options {
		model, negated, ok := c.model(o)
		switch {
		case !ok:
			c.passOption(o)
		case c.givenAgain(i, model):
			c.pass(o.place(), "--"+o.key, "given again: the last one counts")
		default:
			key := &syntax.Node{Kind: syntax.String, Range: o.name.Range, Text: named(model.Wire, o.name.Range)}
			c.set(root, syntax.Member{Key: key, Value: r.value(c, o, model, negated)})
		}
	}
	root.Incomplete = root.Incomplete || c.open
	return root
}

// inputFile adds the members of --cli-input-json or --cli-input-yaml, of which the AWS CLI takes one.
func (r *reader) inputFile(c *call, root *syntax.Node) {
	name, read, language := inputJSON, r.document, "a JSON"
	o, ok := c.option(inputJSON)
	if !ok {
		name, read, language = inputYAML, r.yamlDocument, "a YAML"
		o, ok = c.option(inputYAML)
	}
	if !ok {
		return
	}
	var base *syntax.Node
	if len(o.values) == 1 && r.brokenBy(o) == "" {
		base = read(c, o.values[0])
	}
	if base == nil || base.Kind != syntax.Object {
		root.Incomplete = true
		c.pass(o.place(), "--"+name, "not "+language+" object that can be known")
		return
	}
	root.Incomplete = root.Incomplete || base.Incomplete
	root.Members = append(root.Members, base.Members...)
}

const (
	inputJSON = "cli-input-json"
	inputYAML = "cli-input-yaml"
)

// given tells whether the input has a document, whose keys the AWS CLI checks as it checks options.
func (c *call) given() ecs.Given {
	for _, name := range []string{inputJSON, inputYAML} {
		if _, ok := c.option(name); ok {
			return ecs.ByInput
		}
	}
	return ecs.ByOptions
}

// set adds a member in the place of those of the same key.
func (c *call) set(root *syntax.Node, m syntax.Member) {
	key := m.Key.String()
	same := func(old syntax.Member) bool { return old.Key.String() == key }
	i := slices.IndexFunc(root.Members, same)
	if i < 0 {
		root.Members = append(root.Members, m)
		return
	}
	for _, old := range root.Members[i:] {
		if same(old) {
			c.pass(old.Key.Range, key, "an option of the call is used instead")
		}
	}
	root.Members = append(slices.Insert(root.Members[:i:i], i, m), slices.DeleteFunc(root.Members[i+1:], same)...)
}

// model is the member of the input that an option stands for.
func (c *call) model(o option) (model ecs.Option, negated, ok bool) {
	for _, model := range c.subcommand.Operation.Options {
		if o.means.Member == model.Wire && model.Wire != "" {
			return model, o.means.Negates, true
		}
	}
	return ecs.Option{}, false, false
}

// givenAgain reports a later option for the same member as option i.
func (c *call) givenAgain(i int, model ecs.Option) bool {
	return slices.ContainsFunc(c.options[i+1:], func(o option) bool {
		later, _, ok := c.model(o)
		return ok && later.Wire == model.Wire
	})
}
