package awscli

import (
	"strings"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/json"
	"github.com/ecslint/ecslint/internal/syntax/shell"
)

// value is the value that an option gives to a member of the input.
func (r *reader) value(c *call, o option, model ecs.Option, negated bool) *syntax.Node {
	if r.brokenBy(o) != "" {
		c.pass(o.valuesRange(), "--"+o.key, "the shell breaks it")
		return &syntax.Node{Kind: syntax.Unknown, Range: o.valuesRange(), Text: textOf(o.valuesRange())}
	}
	c.passExtra(o, model)
	if isFlag(model) {
		text := "true"
		if negated {
			text = "false"
		}
		return &syntax.Node{Kind: syntax.Bool, Range: o.name.Range, Text: named(text, o.name.Range)}
	}
	if len(o.values) == 0 {
		return &syntax.Node{Kind: syntax.Missing, Range: o.name.Range.Tail()}
	}
	switch {
	case model.List:
		return r.list(c, o, model)
	case isStructured(model):
		return r.structure(c, o.values[0], model)
	}
	return r.scalar(o.values[0], model.Kind)
}

func isFlag(model ecs.Option) bool { return model.Kind == ecs.KindBoolean && !model.List }

func isStructured(model ecs.Option) bool {
	return model.Kind == ecs.KindStructure || model.Kind == ecs.KindMap || model.Kind == ecs.KindDocument
}

func (r *reader) scalar(word *shell.Word, kind ecs.Kind) *syntax.Node {
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
func (r *reader) structure(c *call, word *shell.Word, model ecs.Option) *syntax.Node {
	if n := r.document(c, word); n != nil {
		return n
	}
	n := r.shorthand(word)
	coerce(n, ecs.MemberShape{Kind: model.Kind, Target: model.Target})
	return n
}

func (r *reader) shorthand(word *shell.Word) *syntax.Node {
	switch {
	case word.Multiple:
		return unknown(word)
	case word.Text.Len() == 0: // "" has no place to parse at
		return &syntax.Node{Kind: syntax.String, Range: word.Range}
	}
	n, problems := ParseShorthand(word.Text, word.Unknown)
	r.result.Problems = append(r.result.Problems, problems...)
	return n
}

// list reads a JSON list, a file, or one item a word.
func (r *reader) list(c *call, o option, model ecs.Option) *syntax.Node {
	structured := isStructured(model)
	first := o.values[0]
	n := &syntax.Node{Kind: syntax.Array, Range: o.valuesRange()}
	if len(o.values) == 1 {
		document := r.document(c, first)
		switch {
		case document == nil:
		case document.Kind == syntax.Array || document.Kind == syntax.Unknown:
			return document
		case structured:
			n.Items = []*syntax.Node{document}
			return n
		}
	}
	for _, word := range o.values {
		switch {
		case word.Multiple || word.Braces:
			n.Incomplete = true
			c.pass(word.Range, "--"+o.key, "may be any number of values")
		case structured:
			item := r.structure(c, word, model)
			if item.Kind == syntax.Object && item.Text.Len() == 0 {
				item.Text = textOf(word.Range)
			}
			n.Items = append(n.Items, item)
		default:
			n.Items = append(n.Items, r.scalar(word, ecs.KindString))
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
	if !isJSON(strings.TrimLeft(text, " \t\r\n")) {
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
