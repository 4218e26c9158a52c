package value

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

// Place is a place in an object, whether something stands there or not. Its notation, At, joins AWS member
// names by "." and names list items by their name where that is unique: containerDefinitions[web].image.
type Place struct {
	parent *Place
	name   string // of a member
	index  int32  // of an item, 0-based; -1 for a member. Files are too small for more
	mapKey bool   // a key that the user chose, as in dockerLabels
	node   *syntax.Node
	key    *syntax.Node
}

// Located is whatever has a place in an object.
type Located interface{ Where() *Place }

// Root is the place of an object itself.
func Root(node *syntax.Node) *Place { return &Place{node: node, index: -1} }

// Where makes a Place Located.
func (p *Place) Where() *Place { return p }

// Node is what stands at the place; nil when nothing does.
func (p *Place) Node() *syntax.Node { return p.node }

// Name is the name of a member; "" of an item and of an object itself.
func (p *Place) Name() string { return p.name }

// Member is the place of a member.
func (p *Place) Member(name string) Place {
	m, _ := p.node.Member(name)
	return Place{parent: p, name: name, index: -1, node: m.Value, key: m.Key}
}

// Path is the place below p that is reached by member names.
func (p *Place) Path(names ...string) *Place {
	for _, name := range names {
		child := p.Member(name)
		p = &child
	}
	return p
}

// Item is the place of item i (0-based) of the list at p.
func (p *Place) Item(i int) Place {
	return Place{parent: p, index: int32(i), node: p.node.Items[i]}
}

// Entry is the place of a key that the user chose, of a map.
func (p *Place) Entry(key string) Place {
	child := p.Member(key)
	child.mapKey = true
	return child
}

// entry is the place of a key of a map whose keys the user chose.
func (p *Place) entry(m syntax.Member) Place {
	return Place{parent: p, name: m.Key.String(), index: -1, mapKey: true, node: m.Value, key: m.Key}
}

// Within is the place of which a finding underlines only a part of the text.
func (p *Place) Within(part source.Range) *Place {
	node, narrowed := *p.node, *p
	node.Range = part
	narrowed.node = &node
	return &narrowed
}

// At is the notation of the place within its object; "" for the object itself.
func (p *Place) At() string {
	var most [128]byte // enough for nearly all
	return string(p.appendAt(most[:0]))
}

func (p *Place) appendAt(at []byte) []byte {
	if p.parent == nil {
		return at
	}
	at = p.parent.appendAt(at)
	switch {
	case p.index >= 0:
		return append(append(append(at, '['), ItemLabel(p.parent.node.Items, int(p.index))...), ']')
	case p.mapKey && needsQuotes(p.name):
		return append(strconv.AppendQuote(append(at, '['), p.name), ']')
	case len(at) > 0:
		at = append(at, '.')
	}
	return append(at, p.name...)
}

// ItemLabel is how item i of a list is named in At: by its name where that is known and unique, else by its
// 0-based index.
func ItemLabel(items []*syntax.Node, i int) string {
	name, ok := itemName(items[i])
	if !ok {
		return strconv.Itoa(i)
	}
	for j, other := range items {
		if n, ok := itemName(other); j != i && ok && n == name {
			return strconv.Itoa(i)
		}
	}
	return labelOf(name, i, true)
}

func labelOf(name string, i int, unique bool) string {
	switch {
	case !unique:
		return strconv.Itoa(i)
	case allDigits(name) || needsQuotes(name):
		return strconv.Quote(name)
	}
	return name
}

func itemName(n *syntax.Node) (string, bool) {
	for _, key := range nameKeys {
		if m, ok := n.Member(key); ok && m.Value.Kind == syntax.String && m.Value.Text.Len() > 0 {
			return m.Value.String(), true
		}
	}
	return "", false
}

var nameKeys = []string{"name", "key", "containerName"}

func allDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

func needsQuotes(s string) bool { return strings.ContainsAny(s, `.[]"`) || s == "" }

// Range is what a finding about the place underlines: the value; of something long only its head; of
// something that isn't there, the head of the nearest thing around it that is.
func (p *Place) Range() source.Range {
	for isNowhere(p.node) {
		if p.key != nil {
			return p.key.Range
		}
		if p.parent == nil {
			return source.Range{}
		}
		p = p.parent
		if !isNowhere(p.node) {
			return p.head()
		}
	}
	if p.node.Kind == syntax.Object || p.node.Kind == syntax.Array {
		return p.head()
	}
	return p.node.Range
}

// Use is where the value is used that Range tells the definition of; zero where both are the same place.
func (p *Place) Use() source.Range {
	if isNowhere(p.node) {
		return source.Range{}
	}
	return p.node.Use()
}

// isNowhere reports that there is nothing to underline: no value, or one of which nothing is written, as in YAML's "a:".
func isNowhere(n *syntax.Node) bool {
	return n == nil || n.Kind == syntax.Missing || n.Kind == syntax.Null && n.Range.Start == n.Range.End
}

// Whole is the range of all that stands at the place; zero where nothing does.
func (p *Place) Whole() source.Range {
	if p.node == nil {
		return source.Range{}
	}
	return p.node.Range
}

// head is the short range of an object or a list: its key, else the value that names it, else its first byte.
func (p *Place) head() source.Range {
	if p.key != nil {
		return p.key.Range
	}
	for _, key := range headKeys {
		if m, ok := p.node.Member(key); ok && short(m.Value) {
			return cmp.Or(m.Value.Use(), m.Value.Range) // it names the object where it is used
		}
	}
	if p.node.Text.Len() > 0 {
		return p.node.Text.Whole() // an adapter chose what stands for the whole
	}
	r := p.node.Range
	if r.End > r.Start {
		r.End = r.Start + r.File.RuneSize(r.Start)
	}
	return r
}

// short reports one value that stands somewhere, known or not: what is known of a name moves no finding.
func short(n *syntax.Node) bool {
	return n.Kind != syntax.Object && n.Kind != syntax.Array && n.Range.Start < n.Range.End
}

var headKeys = append([]string{"family", "serviceName", "service", "taskDefinition"}, nameKeys...)

// UnderUnknown reports that the place is, or lies under, something unknown.
func (p *Place) UnderUnknown() bool {
	for ; p != nil; p = p.parent {
		if p.node != nil && p.node.Kind == syntax.Unknown {
			return true
		}
	}
	return false
}
