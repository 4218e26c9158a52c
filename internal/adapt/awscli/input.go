package awscli

import (
	"strings"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/json"
	"github.com/ecslint/ecslint/internal/syntax/shell"
)

// input is the object that a call sends. Options win over what --cli-input-json holds.
// https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-skeleton.html
func (r *reader) input(c *call) *syntax.Node {
	root := &syntax.Node{Kind: syntax.Object, Range: c.command.Range, Text: textOf(c.head), Incomplete: c.open}
	r.inputFile(c, root)
	for _, o := range c.options {
		if m, ok := r.member(c, o); ok {
			set(root, m)
		}
	}
	return root
}

// inputFile adds the members of --cli-input-json.
func (r *reader) inputFile(c *call, root *syntax.Node) {
	if _, ok := c.option("cli-input-yaml"); ok {
		root.Incomplete = true
	}
	o, ok := c.option("cli-input-json")
	if !ok {
		return
	}
	var base *syntax.Node
	if len(o.values) == 1 {
		base = r.document(c, o.values[0])
	}
	if base == nil || base.Kind != syntax.Object {
		root.Incomplete = true
		return
	}
	root.Incomplete = root.Incomplete || base.Incomplete
	root.Members = append(root.Members, base.Members...)
}

func set(root *syntax.Node, m syntax.Member) {
	for i, old := range root.Members {
		if old.Key.String() == m.Key.String() {
			root.Members[i] = m
			return
		}
	}
	root.Members = append(root.Members, m)
}

// member turns an option into a member of the input.
func (r *reader) member(c *call, o option) (syntax.Member, bool) {
	for _, model := range c.operation.Options {
		negated := o.key == model.Negation()
		if !negated && o.key != model.Name {
			continue
		}
		key := &syntax.Node{Kind: syntax.String, Range: o.name.Range, Text: named(model.Wire, o.name.Range)}
		return syntax.Member{Key: key, Value: r.value(c, o, model, negated)}, true
	}
	return syntax.Member{}, false
}

func (r *reader) value(c *call, o option, model ecs.Option, negated bool) *syntax.Node {
	if model.Kind == ecs.KindBoolean && !model.List {
		text := "true"
		if negated {
			text = "false"
		}
		return &syntax.Node{Kind: syntax.Bool, Range: o.name.Range, Text: named(text, o.name.Range)}
	}
	if len(o.values) == 0 {
		return &syntax.Node{Kind: syntax.Missing, Range: o.name.Range.Tail()}
	}
	structured := model.Kind == ecs.KindStructure || model.Kind == ecs.KindMap || model.Kind == ecs.KindDocument
	switch {
	case model.List:
		return r.list(c, o, structured)
	case structured:
		return r.structure(c, o.values[0])
	}
	return r.scalar(c, o.values[0], model.Kind)
}

func (r *reader) scalar(c *call, word *shell.Word, kind ecs.Kind) *syntax.Node {
	n := &syntax.Node{Kind: syntax.String, Range: word.Range, Text: word.Text}
	if kind == ecs.KindInteger || kind == ecs.KindFloat {
		n.Kind = syntax.Number
	}
	if !word.Known() || isFile(word) {
		n.Kind = syntax.Unknown
	}
	return n
}

// structure reads JSON, a file, or shorthand.
func (r *reader) structure(c *call, word *shell.Word) *syntax.Node {
	if n := r.document(c, word); n != nil {
		return n
	}
	return r.shorthand(word)
}

func (r *reader) shorthand(word *shell.Word) *syntax.Node {
	if word.Multiple {
		return unknown(word)
	}
	n, problems := ParseShorthand(word.Text, word.Unknown)
	r.result.Problems = append(r.result.Problems, problems...)
	return n
}

// list reads a JSON list, a file, or one item a word.
func (r *reader) list(c *call, o option, structured bool) *syntax.Node {
	first := o.values[0]
	if len(o.values) == 1 {
		if n := r.document(c, first); n != nil && (n.Kind == syntax.Array || n.Kind == syntax.Unknown) {
			return n
		}
	}
	last := o.values[len(o.values)-1]
	n := &syntax.Node{Kind: syntax.Array, Range: source.Range{File: first.Range.File, Start: first.Range.Start, End: last.Range.End}}
	for _, word := range o.values {
		switch {
		case word.Multiple || word.Braces:
			n.Incomplete = true
		case structured:
			n.Items = append(n.Items, r.structure(c, word))
		default:
			n.Items = append(n.Items, r.scalar(c, word, ecs.KindString))
		}
	}
	return n
}

// document reads a word that holds JSON or names a file of it; nil where it does neither.
func (r *reader) document(c *call, word *shell.Word) *syntax.Node {
	text := word.Text.String()
	switch {
	case isFile(word):
		return r.file(c, word)
	case wholeUnknown(word):
		return unknown(word)
	case word.Multiple:
		return unknown(word)
	}
	trimmed := strings.TrimLeft(text, " \t\r\n")
	if !strings.HasPrefix(trimmed, "{") && !strings.HasPrefix(trimmed, "[") {
		return nil
	}
	n, problems := json.Parse(word.Text, word.Unknown...)
	r.result.Problems = append(r.result.Problems, problems...)
	return n
}

// file reads what a word names by file://: what the script itself wrote there, else the file on disk. What is read
// from standard input is known where the script gives it.
func (r *reader) file(c *call, word *shell.Word) *syntax.Node {
	name := strings.TrimPrefix(word.Text.String(), "file://")
	if !word.Known() {
		return unknown(word)
	}
	if name == "/dev/stdin" || name == "-" {
		return r.written(c.command.Stdin, word)
	}
	if value, ok := c.command.Files[name]; ok {
		return r.written(value, word)
	}
	tree, ref := r.load(name)
	ref.Range = word.Range
	r.result.References = append(r.result.References, ref)
	if tree == nil {
		return unknown(word)
	}
	return tree
}

func (r *reader) written(value *shell.Value, word *shell.Word) *syntax.Node {
	if value == nil {
		return unknown(word)
	}
	n, problems := json.Parse(value.Text, value.Unknown...)
	r.result.Problems = append(r.result.Problems, problems...)
	return n
}

func isFile(word *shell.Word) bool { return strings.HasPrefix(word.Text.String(), "file://") }

func wholeUnknown(word *shell.Word) bool {
	return len(word.Unknown) == 1 && word.Unknown[0].Start == 0 && word.Unknown[0].End == word.Text.Len()
}

func unknown(word *shell.Word) *syntax.Node {
	return &syntax.Node{Kind: syntax.Unknown, Range: word.Range, Text: word.Text}
}

// textOf is the text of a range as it is written.
func textOf(r source.Range) source.Text { return named(r.File.Slice(r), r) }

// named is a text that stands for a range: a member's name for the option that sets it.
func named(s string, r source.Range) source.Text {
	var b source.Builder
	b.PutRange(s, r)
	return b.Text()
}
