package cloudformation

import (
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

// sub is Fn::Sub: a text, or a list of a text and the values of its own names. ${!X} gives the literal ${X}.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html
func (e *evaluator) sub(n, argument *syntax.Node) *syntax.Node {
	text, own := argument, (*syntax.Node)(nil)
	if args, ok := arguments(argument, 1); ok {
		text = args[0]
		if len(args) > 1 {
			own = args[1]
		}
	}
	s, ok := plainText(text)
	if !ok {
		return unknown(n, nil)
	}
	var refers []string
	var out source.Builder
	var rest strings.Builder // but for what ${!X} gives
	known := true
	literal := 0
	for at := strings.Index(s, "${"); at >= 0; at = next(s, literal) {
		length := strings.IndexByte(s[at:], '}')
		if length < 0 {
			break
		}
		out.Raw(text.Text.Slice(literal, at))
		rest.WriteString(s[literal:at])
		literal = at + length + 1
		name := strings.TrimSpace(s[at+2 : literal-1])
		here := text.Text.Slice(at, literal)
		if shell, ok := strings.CutPrefix(name, "!"); ok {
			out.Put("${"+shell+"}", here)
			rest.WriteByte(' ')
			continue
		}
		v := e.substituted(&syntax.Node{Kind: syntax.String, Range: here.Whole(), Text: here}, name, own)
		refers = append(refers, refersOf(v)...)
		known = known && isScalar(v) && out.Len()+v.Text.Len() <= maxText
		if known {
			out.PutRange(v.String(), here.Whole())
			rest.WriteString(v.String())
		}
	}
	if !known {
		v := unknown(text, refers)
		v.Text = text.Text
		return v
	}
	out.Raw(text.Text.Slice(literal, len(s)))
	rest.WriteString(s[literal:])
	result := out.Text()
	if result.Len() == 0 {
		result = text.Text.Slice(0, 0)
	}
	v := (&syntax.Node{Kind: syntax.String, Range: text.Range, Text: result}).Made(source.Range{}, refers)
	if strings.Contains(s, "${!") && !syntax.HasPlaceholder(rest.String()) {
		e.literal[v] = true
	}
	return v
}

// next is where the next name of a text begins; -1 where none does.
func next(s string, from int) int {
	if at := strings.Index(s[from:], "${"); at >= 0 {
		return from + at
	}
	return -1
}

// substituted is the value of ${name}.
func (e *evaluator) substituted(here *syntax.Node, name string, own *syntax.Node) *syntax.Node {
	if v := own.Get(name); v != nil {
		return e.eval(v)
	}
	if strings.Contains(name, ".") {
		return e.attribute(here, name)
	}
	return e.named(here, name)
}

// join is Fn::Join.
func (e *evaluator) join(n, argument *syntax.Node) *syntax.Node {
	args, ok := arguments(argument, 2)
	if !ok {
		return unknown(n, nil)
	}
	list := e.eval(args[1])
	delimiter, ok := plainText(args[0])
	if !ok || list.Kind != syntax.Array || list.Incomplete {
		return unknown(n, refersOf(list))
	}
	v := (&syntax.Node{Kind: syntax.String, Range: args[1].Range}).Made(source.Range{}, refersOf(list))
	var out source.Builder
	for i, item := range list.Items {
		if !isScalar(item) || out.Len()+item.Text.Len() > maxText {
			return unknown(n, v.Refers())
		}
		place := placeIn(item, args[1])
		if i > 0 {
			out.PutRange(delimiter, place.Head())
		}
		if item.Use().IsZero() && item.Text.File() == place.File {
			out.Raw(item.Text)
		} else {
			out.PutRange(item.String(), place)
		}
	}
	v.Text = out.Text()
	return v
}

// placeIn is where a part stands, or is used, within the whole.
func placeIn(part, whole *syntax.Node) source.Range {
	for _, r := range []source.Range{part.Use(), part.Range} {
		if !r.IsZero() && whole.Range.Contains(r) {
			return r
		}
	}
	return whole.Range
}

// selected is Fn::Select.
func (e *evaluator) selected(n, argument *syntax.Node) *syntax.Node {
	args, ok := arguments(argument, 2)
	if !ok {
		return unknown(n, nil)
	}
	index, list := e.eval(args[0]), e.eval(args[1])
	i, err := strconv.Atoi(index.String())
	if err != nil || !isScalar(index) || list.Kind != syntax.Array || list.Incomplete || i < 0 || i >= len(list.Items) {
		return unknown(n, refersOf(list))
	}
	return list.Items[i]
}

// split is Fn::Split.
func (e *evaluator) split(n, argument *syntax.Node) *syntax.Node {
	args, ok := arguments(argument, 2)
	if !ok {
		return unknown(n, nil)
	}
	by, text := e.eval(args[0]), e.eval(args[1])
	if !isScalar(by) || by.Text.Len() == 0 || !isScalar(text) {
		return unknown(n, refersOf(text))
	}
	return split(text, by.String(), "")
}

// findInMap is Fn::FindInMap. Where a key can't be known it is what all keys lead to.
func (e *evaluator) findInMap(n, argument *syntax.Node) *syntax.Node {
	args, ok := arguments(argument, 3)
	if !ok {
		return unknown(n, nil)
	}
	found := []*syntax.Node{e.t.mappings}
	for _, arg := range args[:3] {
		if found, ok = lookUp(found, e.eval(arg)); !ok {
			return unknown(n, nil)
		}
	}
	if len(found) == 0 {
		if standard := args[len(args)-1].Get("DefaultValue"); len(args) > 3 && standard != nil {
			return e.eval(standard)
		}
		return unknown(n, nil)
	}
	for _, v := range found {
		if !syntax.SameValue(v, found[0]) || v.Kind == syntax.Unknown {
			return unknown(n, nil)
		}
	}
	return usedAt(found[0], n)
}

// lookUp goes one step down in maps; ok tells that nothing can be missing in what it finds.
func lookUp(maps []*syntax.Node, key *syntax.Node) (found []*syntax.Node, ok bool) {
	for _, m := range maps {
		if m == nil {
			continue
		}
		v := m.Get(key.String())
		switch {
		case isScalar(key) && v != nil:
			found = append(found, v)
		case m.Kind != syntax.Object || m.Incomplete:
			return nil, false
		case !isScalar(key):
			for _, member := range m.Members {
				found = append(found, member.Value)
			}
		}
	}
	return found, true
}
