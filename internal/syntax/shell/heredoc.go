package shell

import (
	"strings"

	sh "mvdan.cc/sh/v3/syntax"
)

// input is the text of a here-document or here-string.
func (w *walker) input(r *sh.Redirect) *Value {
	if r.Op == sh.WordHdoc {
		return w.value(r.Word)
	}
	if r.Hdoc == nil {
		return &Value{}
	}
	b := &builder{w: w, quoted: true}
	from, to := w.body(r)
	q := bodyQuoting(r, w.isQuoted(r.Word))
	b.document = inDocument(q, w.delimiter(r.Word))
	b.out.Layer(b.layer(q))
	if q >= rawHereDocument {
		b.literal(from, to, q)
		v := b.value()
		return &v
	}
	for _, part := range r.Hdoc.Parts {
		if lit, ok := part.(*sh.Lit); ok {
			start, end := w.span(lit)
			b.out.Layer(b.layer(q))
			b.literal(start, max(start, min(end, to)), q)
			continue
		}
		b.part(part, q, false)
	}
	v := b.value()
	return &v
}

func bodyQuoting(r *sh.Redirect, quoted bool) quoting {
	switch {
	case quoted && r.Op == sh.DashHdoc:
		return rawTabbedHereDocument
	case quoted:
		return rawHereDocument
	case r.Op == sh.DashHdoc:
		return tabbedHereDocument
	}
	return hereDocument
}

// body gives the offsets of a here-document's lines. The parser's own end lies behind the closing line.
func (w *walker) body(r *sh.Redirect) (from, to int) {
	from = w.offset(r.Hdoc.Pos())
	at := from
	for _, part := range r.Hdoc.Parts {
		if _, ok := part.(*sh.Lit); !ok {
			at = max(at, w.offset(part.End()))
		}
	}
	stop := w.delimiter(r.Word)
	s := w.script()
	for line := at; line < len(s); {
		next := len(s)
		if i := strings.IndexByte(s[line:], '\n'); i >= 0 {
			next = line + i + 1
		}
		text := strings.TrimRight(s[line:next], "\r\n")
		if r.Op == sh.DashHdoc {
			text = strings.TrimLeft(text, "\t")
		}
		if text == stop && (line > at || line == from) {
			return from, line
		}
		line = next
	}
	return from, max(from, w.offset(r.Hdoc.End()))
}

// delimiter is the word behind << without its quotes.
func (w *walker) delimiter(word *sh.Word) string {
	from, to := w.span(word)
	return strings.NewReplacer(`"`, "", `'`, "", `\`, "").Replace(w.script()[from:to])
}

func (w *walker) isQuoted(word *sh.Word) bool {
	from, to := w.span(word)
	return strings.ContainsAny(w.script()[from:to], `"'\`)
}
