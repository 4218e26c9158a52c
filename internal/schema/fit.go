package schema

import (
	"math"
	"math/big"
	"regexp"
	"strconv"
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/ecslint/ecslint/internal/syntax"
)

// fit is a cheap look before the validator, at the tree itself: of what fits a check says nothing, and nearly everything fits.
// The rest, and what can't be told so easily, is for the validator to judge. It knows the keywords that our schemas use.
type fit struct {
	unclear  bool
	kind     string // a type of JSON Schema; "" for any value
	members  map[string]*fit
	required []string
	others   *fit // of members that aren't listed; nil where there may be none
	items    *fit // nil for any
	maxItems int
	texts    map[string]bool // nil for any
	pattern  *regexp.Regexp
	shortest int // in code points, as longest
	longest  int
	least    float64
	greatest float64
}

// fitOf makes the fit of a schema; done holds what was begun, as schemas may lead to themselves.
func fitOf(s *jsonschema.Schema, done map[*jsonschema.Schema]*fit) *fit {
	s = deref(s)
	if f := done[s]; f != nil {
		return f
	}
	f := &fit{
		unclear: s.MultipleOf != nil || len(s.Types) > 1, required: s.Required, pattern: s.Pattern, members: map[string]*fit{},
		maxItems: orMost(s.MaxItems), shortest: s.MinLength, longest: orMost(s.MaxLength),
	}
	done[s] = f
	if len(s.Types) == 1 {
		f.kind = s.Types[0]
	}
	for name, member := range s.Properties {
		f.members[name] = fitOf(member, done)
	}
	if others, ok := s.AdditionalProperties.(*jsonschema.Schema); ok {
		f.others = fitOf(others, done)
	} else if s.AdditionalProperties == nil {
		f.others = &fit{}
	}
	if items, ok := s.Items.(*jsonschema.Schema); ok {
		f.items = fitOf(items, done)
	}
	if len(s.Enum) > 0 {
		f.texts = map[string]bool{}
	}
	for _, v := range s.Enum {
		text, ok := v.(string)
		f.texts[text], f.unclear = true, f.unclear || !ok
	}
	f.least, f.greatest = limit(s.Minimum, math.Inf(-1)), limit(s.Maximum, math.Inf(1))
	return f
}

func orMost(n int) int {
	if n < 0 {
		return math.MaxInt
	}
	return n
}

func limit(r *big.Rat, none float64) float64 {
	if r == nil {
		return none
	}
	f, _ := r.Float64()
	return f
}

// of reports that a check would find no fault with a node. What the builder leaves out has none.
func (f *fit) of(n *syntax.Node) bool {
	if isLeftOut(n) {
		return true
	}
	if f.unclear {
		return false
	}
	switch n.Kind {
	case syntax.Object:
		return (f.kind == "object" || f.kind == "") && f.ofMembers(n)
	case syntax.Array:
		return (f.kind == "array" || f.kind == "") && f.ofItems(n)
	case syntax.String:
		return (f.kind == "string" || f.kind == "") && f.ofText(n.String())
	case syntax.Bool:
		return (f.kind == "boolean" || f.kind == "") && f.texts == nil
	case syntax.Number:
		return f.ofNumber(n.String())
	}
	return false
}

func (f *fit) ofMembers(n *syntax.Node) bool {
	for _, m := range n.Members {
		key := m.Key.String()
		member := f.members[key]
		if member == nil && !syntax.HasPlaceholder(key) {
			member = f.others
		}
		if member == nil || m.Key.Kind != syntax.String || !member.of(m.Value) {
			return false
		}
	}
	for _, name := range f.required {
		if m, ok := n.Member(name); !ok || m.Value.Unset() {
			return false // what is unknown is not missing
		}
	}
	return f.texts == nil
}

func (f *fit) ofItems(n *syntax.Node) bool {
	for _, item := range n.Items {
		if f.items != nil && !f.items.of(item) {
			return false
		}
	}
	return len(n.Items) <= f.maxItems && f.texts == nil
}

func (f *fit) ofText(text string) bool {
	length := utf8.RuneCountInString(text)
	return length >= f.shortest && length <= f.longest && (f.texts == nil || f.texts[text]) &&
		(f.pattern == nil || f.pattern.MatchString(text))
}

func (f *fit) ofNumber(text string) bool {
	const exact = 1 << 53
	v, err := strconv.ParseFloat(text, 64)
	isKind := f.kind == "number" || f.kind == "" || f.kind == "integer" && v == math.Trunc(v)
	return err == nil && math.Abs(v) < exact && isKind && v >= f.least && v <= f.greatest && f.texts == nil
}
