package value

import (
	"math"
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/internal/syntax"
)

type state uint8

const (
	absent state = iota
	known
	unknown
)

// Value is a scalar of an object. The zero Value is absent.
type Value[T any] struct {
	place Place
	state state
	v     T
}

// Get is the value and true, only when it is known.
func (v Value[T]) Get() (T, bool) { return v.v, v.state == known }

// Or is the value when known, def when absent, and false when unknown.
func (v Value[T]) Or(def T) (T, bool) {
	if v.state == absent {
		return def, true
	}
	return v.v, v.state == known
}

// Test asks a question of the value: False when absent, Unknown when unknown.
func (v Value[T]) Test(is func(T) bool) Tri {
	switch v.state {
	case absent:
		return False
	case unknown:
		return Unknown
	}
	return TriOf(is(v.v))
}

// Absent reports that nothing is set, for certain.
func (v Value[T]) Absent() bool { return v.state == absent }

// Unknown reports that something is written that can't be known.
func (v Value[T]) Unknown() bool { return v.state == unknown }

// Where is the place of the value.
func (v Value[T]) Where() *Place { return &v.place }

// Object is what all decoded structures embed: a structure that is absent, there, or unknown. Members of an
// unknown structure are unknown.
type Object struct {
	place *Place
	state state
}

// NewObject is the object at a root node.
func NewObject(root *syntax.Node) Object {
	p := Root(root)
	return Object{p, stateOf(root)}
}

// Absent reports that nothing is set, for certain.
func (o Object) Absent() bool { return o.state == absent }

// Unknown reports that something is written that can't be known.
func (o Object) Unknown() bool { return o.state == unknown }

// Where is the place of the structure.
func (o Object) Where() *Place { return o.place }

// Child is a member that is a structure itself.
func (o Object) Child(name string) Object {
	p, s := o.member(name)
	if s == known && p.node.Kind != syntax.Object {
		s = unknown
	}
	return Object{&p, s}
}

func (o Object) member(name string) (Place, state) {
	p := o.place.Member(name)
	switch {
	case o.state == unknown:
		return p, unknown
	case p.node == nil && o.place.node != nil && o.place.node.Incomplete:
		return p, unknown
	}
	return p, stateOf(p.node)
}

func stateOf(n *syntax.Node) state {
	switch {
	case n == nil || n.Unset():
		if n != nil && n.Kind == syntax.Missing {
			return unknown
		}
		return absent
	case n.Kind == syntax.Unknown:
		return unknown
	}
	return known
}

// List is a list of an object. Where Complete is false, items may be there that aren't in Items: nothing may
// count them or say that one is missing.
type List[T any] struct {
	place    *Place
	Items    []T
	Complete bool
}

// Where is the place of the list.
func (l List[T]) Where() *Place { return l.place }

// Absent reports that there are no items, for certain.
func (l List[T]) Absent() bool { return l.Complete && len(l.Items) == 0 }

// Unknown reports that the list may hold items that aren't known.
func (l List[T]) Unknown() bool { return !l.Complete }

// Convert is the list with each of its items made into another type.
func Convert[T, U any](l List[T], item func(T) U) List[U] {
	converted := List[U]{place: l.place, Complete: l.Complete}
	for _, i := range l.Items {
		converted.Items = append(converted.Items, item(i))
	}
	return converted
}

// ListOf decodes a list of structures.
func ListOf[T any](o Object, name string, decode func(Object) T) List[T] {
	return listOf(o, name, func(p Place) T {
		s := stateOf(p.node)
		if s == absent && p.node.Kind == syntax.Object {
			s = known // an empty object in a list is an item all the same
		}
		if s == known && p.node.Kind != syntax.Object {
			s = unknown
		}
		return decode(Object{&p, s})
	})
}

func listOf[T any](o Object, name string, decode func(Place) T) List[T] {
	p, s := o.member(name)
	list := List[T]{place: &p, Complete: true}
	if s != known || p.node.Kind != syntax.Array {
		list.Complete = s == absent
		return list
	}
	list.Complete = !p.node.Incomplete
	for i := range p.node.Items {
		list.Items = append(list.Items, decode(p.Item(i)))
	}
	return list
}

// Entry is one key of a map whose keys the user chose.
type Entry struct {
	Key   string
	Value Value[string]
}

// Map is a map from strings to strings.
type Map struct {
	place    *Place
	Entries  []Entry
	Complete bool
}

// Where is the place of the map.
func (m Map) Where() *Place { return m.place }

// Get is the value of a key; unknown where the map isn't complete and doesn't hold it.
func (m Map) Get(key string) Value[string] {
	for i := len(m.Entries) - 1; i >= 0; i-- {
		if m.Entries[i].Key == key {
			return m.Entries[i].Value
		}
	}
	v := Value[string]{place: Place{parent: m.place, name: key, index: -1, mapKey: true}}
	if !m.Complete {
		v.state = unknown
	}
	return v
}

// StringMap decodes a map from strings to strings.
func StringMap(o Object, name string) Map {
	p, s := o.member(name)
	m := Map{place: &p, Complete: true}
	if s != known || p.node.Kind != syntax.Object {
		m.Complete = s == absent
		return m
	}
	m.Complete = !p.node.Incomplete
	for _, member := range p.node.Members {
		m.Entries = append(m.Entries, Entry{member.Key.String(), scalar(p.entry(member), parseString)})
	}
	return m
}

// String decodes a text. A number or boolean is its text, as CloudFormation and the shell see it.
func String(o Object, name string) Value[string] { return member(o, name, parseString) }

// Int decodes a whole number, in digits or as a number without a fraction.
func Int(o Object, name string) Value[int64] { return member(o, name, parseInt) }

// Float decodes a number.
func Float(o Object, name string) Value[float64] { return member(o, name, parseFloat) }

// Bool decodes a truth value.
func Bool(o Object, name string) Value[bool] { return member(o, name, parseBool) }

// Strings decodes a list of texts.
func Strings(o Object, name string) List[Value[string]] {
	return listOf(o, name, func(p Place) Value[string] {
		v := scalar(p, parseString)
		if v.state == absent && p.node.Kind == syntax.String {
			v.state = known // "" in a list is an item
		}
		return v
	})
}

// Ints decodes a list of whole numbers.
func Ints(o Object, name string) List[Value[int64]] {
	return listOf(o, name, func(p Place) Value[int64] { return scalar(p, parseInt) })
}

func member[T any](o Object, name string, parse func(*syntax.Node) (T, bool)) Value[T] {
	p, s := o.member(name)
	if s != known {
		return Value[T]{place: p, state: s}
	}
	return scalar(p, parse)
}

// scalar decodes what stands at p; what is of the wrong kind is unknown here: its own rule speaks of it.
func scalar[T any](p Place, parse func(*syntax.Node) (T, bool)) Value[T] {
	s := stateOf(p.node)
	if s != known {
		return Value[T]{place: p, state: s}
	}
	v, ok := parse(p.node)
	if !ok {
		return Value[T]{place: p, state: unknown}
	}
	return Value[T]{place: p, state: known, v: v}
}

func parseString(n *syntax.Node) (string, bool) {
	return n.String(), n.Kind == syntax.String || n.Kind == syntax.Number || n.Kind == syntax.Bool
}

func parseInt(n *syntax.Node) (int64, bool) {
	f, ok := parseFloat(n)
	if !ok || f != math.Trunc(f) || math.Abs(f) > 1<<53 {
		return 0, false
	}
	return int64(f), true
}

func parseFloat(n *syntax.Node) (float64, bool) {
	if n.Kind != syntax.Number && n.Kind != syntax.String {
		return 0, false
	}
	f, err := strconv.ParseFloat(n.String(), 64)
	return f, err == nil && !math.IsInf(f, 0) && !math.IsNaN(f)
}

func parseBool(n *syntax.Node) (value, ok bool) {
	if n.Kind != syntax.Bool && n.Kind != syntax.String {
		return false, false
	}
	switch strings.ToLower(n.String()) {
	case "true":
		return true, true
	case "false":
		return false, true
	}
	return false, false
}
