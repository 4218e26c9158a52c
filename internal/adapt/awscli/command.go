package awscli

import (
	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/shell"
)

// command adds a call as it is written, in the shape of ecs.Call.
func (r *reader) command(c *call) {
	root := &syntax.Node{Kind: syntax.Object, Range: c.command.Range, Text: textOf(c.head), Incomplete: c.command.Broken}
	setMember(root, "program", named("aws", c.words[0].Range), c.words[0])
	setMember(root, "command", c.words[1].Text, c.words[1])
	subcommand := joined(c.words[2:], c.name())
	setMember(root, "subcommand", subcommand.Text, subcommand)
	options := &syntax.Node{Kind: syntax.Array, Range: c.command.Range, Incomplete: c.open}
	for _, o := range append(c.before, c.options...) {
		options.Items = append(options.Items, r.writtenOption(o))
	}
	add(root, "options", options)
	if len(c.stray) > 0 {
		add(root, "values", wordList(c.stray))
	}
	if c.rest != nil {
		setMember(root, "rest", c.rest.Text, c.rest)
	}
	r.addCommand(c.command, root)
}

func (r *reader) addCommand(command *shell.Command, root *syntax.Node) {
	r.result.Objects = append(r.result.Objects, adapt.NewObject(command.Range.File, r.format, ecs.TypeCommand, "", root))
}

func (r *reader) writtenOption(o option) *syntax.Node {
	n := &syntax.Node{Kind: syntax.Object, Range: o.place()}
	name := o.name
	if len(o.values) == 1 && o.values[0].Range.Start > name.Range.Start && o.values[0].Range.End <= name.Range.End {
		name.Range.End = o.values[0].Range.Start - len("=") // --name=value
	}
	name.Text = named(o.key, name.Range)
	setMember(n, "name", name.Text, &name)
	if len(o.values) > 0 {
		add(n, "values", wordList(o.values))
		n.Members[len(n.Members)-1].Value.Incomplete = !settled(o)
	}
	if by := r.brokenBy(o); by != "" {
		at := o.valuesRange()
		add(n, "brokenBy", &syntax.Node{Kind: syntax.String, Range: at, Text: named(by, at)})
	}
	return n
}

// settled reports that the values of an option are as many as it seems.
func settled(o option) bool {
	for i, word := range o.values {
		if word.Multiple && (i > 0 || o.means.Values == ecs.AnyValues) {
			return false
		}
	}
	return true
}

// joined is several words as one.
func joined(words []*shell.Word, text string) *shell.Word {
	word := *words[0]
	word.Range.End = words[len(words)-1].Range.End
	word.Text = named(text, word.Range)
	for _, w := range words[1:] {
		if !w.Known() {
			word.Unknown = []syntax.Span{{Start: 0, End: len(text)}}
		}
	}
	return &word
}

func wordList(words []*shell.Word) *syntax.Node {
	n := &syntax.Node{Kind: syntax.Array, Range: option{values: words}.valuesRange()}
	for _, word := range words {
		n.Items = append(n.Items, wordNode(word.Text, word))
	}
	return n
}

func wordNode(text source.Text, word *shell.Word) *syntax.Node {
	n := &syntax.Node{Kind: syntax.String, Range: word.Range, Text: text}
	if !word.Known() {
		n.Kind = syntax.Unknown
	}
	return n
}

func setMember(n *syntax.Node, key string, text source.Text, word *shell.Word) {
	add(n, key, wordNode(text, word))
}

func add(n *syntax.Node, key string, value *syntax.Node) {
	name := &syntax.Node{Kind: syntax.String, Range: value.Range.Head(), Text: adapt.Name(key)}
	n.Members = append(n.Members, syntax.Member{Key: name, Value: value})
}
