package ecs_test

import (
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

// scalar is a node with a small file of its own, so that its range tells its text.
func scalar(kind syntax.Kind, s string) *syntax.Node {
	text := source.NewFile("test", "", []byte(s)).Text()
	return &syntax.Node{Kind: kind, Range: text.Whole(), Text: text}
}

func str(s string) *syntax.Node { return scalar(syntax.String, s) }

func num(s string) *syntax.Node { return scalar(syntax.Number, s) }

func boolean(s string) *syntax.Node { return scalar(syntax.Bool, s) }

func unknown(s string) *syntax.Node { return scalar(syntax.Unknown, s) }

func list(items ...*syntax.Node) *syntax.Node {
	return &syntax.Node{Kind: syntax.Array, Items: items}
}

// object takes a key and a value by turns; a key is a string or a node.
func object(keysAndValues ...any) *syntax.Node {
	n := &syntax.Node{Kind: syntax.Object}
	for i := 0; i < len(keysAndValues); i += 2 {
		key, ok := keysAndValues[i].(*syntax.Node)
		if !ok {
			key = str(keysAndValues[i].(string))
		}
		n.Members = append(n.Members, syntax.Member{Key: key, Value: keysAndValues[i+1].(*syntax.Node)})
	}
	return n
}

func incomplete(n *syntax.Node) *syntax.Node {
	n.Incomplete = true
	return n
}
