package shell

import (
	"slices"
	"strings"

	sh "mvdan.cc/sh/v3/syntax"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

// assignment walks NAME=value, NAME+=value, NAME=(...) and NAME[i]=value.
func (w *walker) assignment(a *sh.Assign) {
	name := a.Name.Value
	switch {
	case a.Index != nil:
		w.nested(a)
		w.set(name, nil)
	case a.Array != nil:
		w.set(name, w.array(a))
	case a.Append:
		w.assign(name, w.appended(name, w.value(a.Value)))
	default:
		w.assign(name, w.value(a.Value))
	}
}

func (w *walker) array(a *sh.Assign) *binding {
	list := &binding{array: true}
	if a.Append {
		before := w.lookup(a.Name.Value)
		if before == nil || !before.array {
			w.nested(a.Array)
			return nil
		}
		list.items = slices.Clone(before.items)
	}
	for _, element := range a.Array.Elems {
		if element.Index != nil || element.Value == nil {
			w.nested(element)
			list = nil
			continue
		}
		items := w.words(element.Value)
		if list != nil {
			list.items = append(list.items, items...)
		}
	}
	return list
}

func (w *walker) appended(name string, more *Value) *Value {
	before := w.lookup(name)
	if before == nil || before.array {
		return nil
	}
	if w.substituted += before.Text.Len(); w.substituted > maxSubstituted {
		return nil
	}
	var out source.Builder
	out.Raw(before.Text)
	out.Raw(more.Text)
	unknown := slices.Clone(before.Unknown)
	for _, u := range more.Unknown {
		unknown = append(unknown, syntax.Span{Start: u.Start + before.Text.Len(), End: u.End + before.Text.Len()})
	}
	return &Value{Text: out.Text(), Unknown: unknown}
}

// declaration walks export, readonly, local, declare and typeset.
func (w *walker) declaration(d *sh.DeclClause) {
	isLocal := d.Variant.Value != "export" && d.Variant.Value != "readonly"
	changesValues := false
	for _, a := range d.Args {
		switch {
		case a.Name == nil:
			changesValues = w.declarationWord(w.value(a.Value)) || changesValues
		case a.Naked:
			if isLocal {
				w.declareLocal(a.Name.Value)
				w.set(a.Name.Value, nil)
			}
		default:
			if isLocal {
				w.declareLocal(a.Name.Value)
			}
			w.assignment(a)
			if changesValues {
				w.set(a.Name.Value, nil)
			}
		}
	}
}

// declarationWord walks a word of a declaration that isn't an assignment to the parser: an option, or text that
// becomes an assignment when it is expanded. It reports options that change values.
func (w *walker) declarationWord(v *Value) bool {
	s := v.Text.String()
	name, _, ok := strings.Cut(s, "=")
	switch {
	case ok && sh.ValidName(name) && (v.Known() || v.Unknown[0].Start > len(name)):
		w.set(name, nil)
	case !v.Known():
		w.forgetAll() // export $(cat .env)
	}
	return strings.HasPrefix(s, "-") && strings.ContainsAny(s, "ilnu")
}

func (w *walker) declareLocal(name string) {
	if w.functions > 0 {
		w.locals[name] = true
	}
}
