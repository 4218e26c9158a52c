package shell

import (
	"slices"
	"strings"

	sh "mvdan.cc/sh/v3/syntax"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

// words expands one word of a command: mostly to one word, an array or an unquoted variable to any number.
func (w *walker) words(word *sh.Word) []Word {
	from, to := w.span(word)
	written := w.text.Range(from, to)
	if items, ok := w.arrayItems(word); ok {
		for i := range items {
			items[i].Range = written
		}
		return items
	}
	b := w.build(word, unquoted)
	result := Word{Value: b.value(), Range: written, Quoted: b.quoted, Multiple: b.multiple}
	if !b.literals && !b.quoted {
		if result.Value.Known() {
			return w.split(result)
		}
		result.Multiple = true
	}
	if w.isTemplate(from, to) {
		result.Multiple = true
	}
	if hasBraces(word) {
		result.Braces, result.Multiple = true, true
		result.Unknown = []syntax.Span{{Start: 0, End: result.Text.Len()}}
	}
	return []Word{result}
}

// value expands what is neither split into fields nor matched against files: the right side of an assignment, the
// name of a file.
func (w *walker) value(word *sh.Word) *Value {
	if word == nil {
		return &Value{}
	}
	v := w.build(word, unquotedValue).value()
	return &v
}

func (w *walker) build(word *sh.Word, q quoting) *builder {
	b := &builder{w: w}
	for _, part := range word.Parts {
		b.part(part, q, len(word.Parts) == 1)
	}
	b.tilde(word)
	return b
}

// split makes fields of an unquoted expansion, as the shell does.
func (w *walker) split(word Word) []Word {
	s := word.Text.String()
	fields := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(whitespace, r) })
	if len(fields) > 1 {
		w.substituted += len(fields) * itemCost
	}
	if s != "" && (w.touches["IFS"] > 0 || w.substituted > maxSubstituted) {
		word.Unknown = []syntax.Span{{Start: 0, End: len(s)}}
		word.Multiple = true
		return []Word{word}
	}
	words := make([]Word, len(fields))
	at := 0
	for i, field := range fields {
		at += strings.Index(s[at:], field)
		words[i] = word
		words[i].Text = word.Text.Slice(at, at+len(field))
		at += len(field)
	}
	return words
}

// isTemplate reports {{ x }} or ${{ x }} as the whole of an unquoted word.
func (w *walker) isTemplate(from, to int) bool {
	spans := w.within(from, to)
	return len(spans) == 1 && spans[0].Start == from && spans[0].End == to && w.script()[from] != '<'
}

// arrayItems gives the items of an array where "${NAME[@]}" is the whole word.
func (w *walker) arrayItems(word *sh.Word) ([]Word, bool) {
	if len(word.Parts) != 1 {
		return nil, false
	}
	quotes, ok := word.Parts[0].(*sh.DblQuoted)
	if !ok || len(quotes.Parts) != 1 {
		return nil, false
	}
	param, ok := quotes.Parts[0].(*sh.ParamExp)
	if !ok || !isAllItems(param) {
		return nil, false
	}
	bound := w.lookup(param.Param.Value)
	if bound == nil || !bound.array {
		return nil, false
	}
	w.substituted += len(bound.items) * itemCost
	items := slices.Clone(bound.items)
	for i := range items {
		items[i].Value = *w.own(param.Param.Value, &items[i].Value)
	}
	return items, w.substituted <= maxSubstituted
}

// span gives the offsets of a node, whatever the parser made of broken text.
func (w *walker) span(n sh.Node) (from, to int) {
	from, to = w.offset(n.Pos()), w.offset(n.End())
	for to > from && w.script()[to-1] == '\r' {
		to--
	}
	return from, max(from, to)
}

func (w *walker) offset(p sh.Pos) int { return min(int(p.Offset()), w.text.Len()) }

func (w *walker) rangeOf(n sh.Node) source.Range { return w.text.Range(w.span(n)) }
