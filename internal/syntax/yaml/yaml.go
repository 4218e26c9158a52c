// Package yaml reads YAML as people have it: all documents of a stream, templates of YAML with placeholders in place
// of values or whole lines, and text that breaks off while it is being typed.
//
// The parser is total: any text gives a tree, and what is wrong with the text is a Problem with its place. It is the
// only door to the YAML library, whose nodes have neither ends nor byte offsets.
package yaml

import (
	"go.yaml.in/yaml/v3"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

// Names of the host's rules that the problems belong to.
const (
	SyntaxError  = "syntax-error"
	DuplicateKey = "duplicate-key"
)

// Parse reads all documents of a stream; those with nothing in them are left out. The spans are parts of t that can't
// be known (an unresolved variable in a shell word): a plain value that touches one is Unknown, as one is that holds
// an unquoted placeholder. A line that is nothing but a placeholder makes what is around it incomplete.
//
// Anchors, aliases and merge keys are resolved; what an alias stands for has the places of its anchor. A tag that
// isn't one of YAML's own, as in !Ref, is kept in Node.Tag, with the content that it applies to.
func Parse(t source.Text, unknown ...syntax.Span) ([]*syntax.Node, []syntax.Problem) {
	m := mask(t.String(), unknown)
	documents, problems := load(t, m)
	c := newConverter(t, m)
	c.problems = problems
	var roots []*syntax.Node
	for i, document := range documents {
		from, limit := 0, len(m.text)
		if i > 0 {
			from = c.lines.offset(document)
		}
		if i+1 < len(documents) {
			limit = c.lines.offset(documents[i+1])
		}
		if root := c.document(document, from, limit); root != nil {
			roots = append(roots, root)
		}
	}
	return roots, c.problems
}

func (c *converter) document(n *yaml.Node, from, limit int) *syntax.Node {
	if n.Kind != yaml.DocumentNode || len(n.Content) != 1 {
		return nil
	}
	content := n.Content[0]
	if content.Kind == yaml.ScalarNode && isImplicit(content) {
		return nil
	}
	root, _ := c.convert(content, from, limit, 0)
	return root
}
