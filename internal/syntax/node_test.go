package syntax_test

import (
	"testing"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

func scalar(kind syntax.Kind, s string) *syntax.Node {
	t := source.NewFile("x", "", []byte(s)).Text()
	return &syntax.Node{Kind: kind, Range: t.Whole(), Text: t}
}

func str(s string) *syntax.Node { return scalar(syntax.String, s) }

func object(keysAndValues ...any) *syntax.Node {
	n := &syntax.Node{Kind: syntax.Object}
	for i := 0; i < len(keysAndValues); i += 2 {
		n.Members = append(n.Members, syntax.Member{Key: str(keysAndValues[i].(string)), Value: keysAndValues[i+1].(*syntax.Node)})
	}
	return n
}

func TestGet(t *testing.T) {
	n := object("a", object("b", str("1")), "c", str("first"), "c", str("last"), "d", &syntax.Node{Kind: syntax.Array, Items: []*syntax.Node{str("x")}})
	for _, test := range []struct {
		path []string
		want string
	}{{[]string{"a", "b"}, "1"}, {[]string{"c"}, "last"}} {
		if got := n.Get(test.path...); got == nil || got.String() != test.want {
			t.Errorf("%v: %v", test.path, got)
		}
	}
	for _, path := range [][]string{{"z"}, {"a", "z"}, {"c", "b"}, {"d", "x"}, {"z", "z", "z"}} {
		if got := n.Get(path...); got != nil {
			t.Errorf("%v: %v", path, got)
		}
	}
	if n.Get() != n {
		t.Error("no path isn't the node itself")
	}
	var none *syntax.Node
	if _, ok := none.Member("a"); ok || none.Get("a", "b") != nil {
		t.Error("a member of nothing")
	}
}

func TestUnset(t *testing.T) {
	incomplete := object()
	incomplete.Incomplete = true
	for name, test := range map[string]struct {
		node *syntax.Node
		want bool
	}{
		"nothing": {nil, true}, "missing": {&syntax.Node{}, true}, "null": {scalar(syntax.Null, "null"), true}, "empty text": {str(""), true},
		"empty object": {object(), true}, "empty list": {&syntax.Node{Kind: syntax.Array}, true}, "incomplete object": {incomplete, false},
		"incomplete list": {&syntax.Node{Kind: syntax.Array, Incomplete: true}, false}, "space": {str(" "), false},
		"zero": {scalar(syntax.Number, "0"), false}, "false": {scalar(syntax.Bool, "false"), false}, "unknown": {scalar(syntax.Unknown, ""), false},
	} {
		if got := test.node.Unset(); got != test.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestWalkAndClone(t *testing.T) {
	n := object("a", object("b", str("1"), "skip", object("x", str("no"))), "c", &syntax.Node{Kind: syntax.Array, Items: []*syntax.Node{str("2"), str("3")}})
	clone := n.Clone()
	visited := ""
	visit := func(n *syntax.Node) bool {
		visited += n.String()
		return n.Get("x") == nil
	}
	if clone.Walk(visit); visited != "123" {
		t.Errorf("visited %s", visited)
	}
	clone.Walk(func(n *syntax.Node) bool {
		n.Kind = syntax.Unknown
		return true
	})
	n.Walk(func(n *syntax.Node) bool {
		if n.Kind == syntax.Unknown {
			t.Error("a change of the clone changed the tree")
		}
		return true
	})
	var none *syntax.Node
	none.Walk(func(*syntax.Node) bool { t.Error("visited nothing"); return true })
	if none.Clone() != nil {
		t.Error("a clone of nothing")
	}
}
