package shell

import (
	"strings"

	sh "mvdan.cc/sh/v3/syntax"
)

// part appends one part of a word. It is alone where it is the word's only part.
func (b *builder) part(part sh.WordPart, q quoting, alone bool) {
	from, to := b.w.span(part)
	b.out.Layer(b.layer(q))
	switch part := part.(type) {
	case *sh.Lit:
		b.literals = true
		b.literal(from, to, q)
	case *sh.SglQuoted:
		b.quoted, b.literals = true, true
		b.singleQuoted(part, from, to)
	case *sh.DblQuoted:
		b.quoted, b.literals = true, true
		for _, inner := range part.Parts {
			b.part(inner, doubleQuoted, alone && len(part.Parts) == 1)
		}
	case *sh.ParamExp:
		b.expansion(b.w.parameter(part), from, to, q, alone)
		b.multiple = b.multiple || isAll(part)
	case *sh.CmdSubst:
		b.expansion(b.w.substitution(part), from, to, q, alone)
	default:
		b.literals = true // $((...)), <(...) and their like are one word
		b.w.nested(part)
		b.unknownPart(from, to)
	}
}

func (b *builder) expansion(v *Value, from, to int, q quoting, alone bool) {
	switch {
	case q == unquoted:
		b.unquotedExpansion(v, from, to, alone)
	case v == nil:
		b.unknownPart(from, to)
	default:
		b.substitute(v, from, to, alone)
	}
}

func (b *builder) singleQuoted(q *sh.SglQuoted, from, to int) {
	to = max(from, to-1)
	if q.Dollar {
		b.out.Layer(nil)
		b.ansi(min(from+2, to), to)
		return
	}
	b.out.Layer(b.layer(singleQuoted))
	b.literal(min(from+1, to), to, singleQuoted)
}

// tilde marks the home folder at the start of a word, which depends on who runs the script.
func (b *builder) tilde(word *sh.Word) {
	lit, ok := word.Parts[0].(*sh.Lit)
	if !ok || !strings.HasPrefix(lit.Value, "~") {
		return
	}
	end := b.out.Len()
	if i := strings.IndexByte(b.out.Text().String(), '/'); i >= 0 {
		end = i
	}
	later := b.unknown
	b.unknown = nil
	b.markUnknown(0, end)
	for _, u := range later {
		b.markUnknown(u.Start, u.End)
	}
}

// parameter is the value of $NAME or ${NAME}; nil where it isn't known, or something is done to it.
func (w *walker) parameter(p *sh.ParamExp) *Value {
	if !isPlain(p) {
		w.nested(p)
		return nil
	}
	bound := w.lookup(p.Param.Value)
	if bound == nil || bound.array {
		return nil
	}
	return w.own(p.Param.Value, &bound.Value)
}

func isPlain(p *sh.ParamExp) bool {
	return isBare(p) && p.Index == nil && sh.ValidName(p.Param.Value)
}

// isBare reports ${NAME} or ${NAME[...]} with nothing done to the value.
func isBare(p *sh.ParamExp) bool {
	return p.Param != nil && !p.Excl && !p.Length && !p.Width && p.Slice == nil && p.Repl == nil && p.Names == 0 && p.Exp == nil
}

// isAllItems reports ${NAME[@]}.
func isAllItems(p *sh.ParamExp) bool {
	index, ok := p.Index.(*sh.Word)
	return isBare(p) && ok && index.Lit() == "@"
}

// isAll reports an expansion that becomes several words even in quotes: $@ and ${NAME[@]}.
func isAll(p *sh.ParamExp) bool {
	if p.Param == nil || p.Length {
		return false
	}
	index, ok := p.Index.(*sh.Word)
	return p.Param.Value == "@" || ok && index.Lit() == "@" || p.Names != 0
}
