package source

// Layer is one way in which a text is written inside of another: the quotes of a shell, the escapes of a JSON string.
type Layer struct {
	encode func(s string) (string, bool)
}

// NewLayer makes a layer. Encode writes a text as it has to stand there; false where it can't stand there. It must
// take "" wherever text may be removed.
func NewLayer(encode func(s string) (string, bool)) *Layer { return &Layer{encode} }

// Verbatim is the layer in which every text stands as it is.
var Verbatim = NewLayer(func(s string) (string, bool) { return s, true })

// sealed is the layer in which nothing can be written or removed.
var sealed = NewLayer(func(string) (string, bool) { return "", false })

// In is the text as one that stands within a layer: what is put into it is written so, and then as the text around it.
func (t Text) In(l *Layer) Text {
	o := *t.origin()
	switch {
	case o.layer == nil || l == sealed:
		o.layer = l
	case o.layer != sealed:
		o.layer = l.around(o.layer)
	}
	t.from = &o
	return t
}

// Sealed is the text as one that can't be edited, as it stands for more than one place.
func (t Text) Sealed() Text { return t.In(sealed) }

// around is the layer l inside of outer. For a text without a layer of its own, l is nil; outer is nil where nothing
// can be written.
func (l *Layer) around(outer *Layer) *Layer {
	switch {
	case outer == nil || l == sealed || outer == sealed:
		return nil
	case l == nil || l == Verbatim:
		return outer
	case outer == Verbatim:
		return l
	}
	return NewLayer(func(s string) (string, bool) {
		inner, ok := l.encode(s)
		if !ok {
			return "", false
		}
		return outer.encode(inner)
	})
}

// Layer says how what is appended from here on is written inside of the text that it comes from; nil is a way that
// can't be told.
func (b *Builder) Layer(l *Layer) { b.layer = l }

// within is the layer of the builder inside of outer: the same one for the same two, so that segments join.
func (b *Builder) within(outer *Layer) *Layer {
	if b.layer == nil {
		return nil
	}
	if b.last.both == nil || b.last.inner != b.layer || b.last.outer != outer {
		b.last.inner, b.last.outer, b.last.both = b.layer, outer, b.layer.around(outer)
	}
	return b.last.both
}
