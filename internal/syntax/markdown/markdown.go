// Package markdown finds the code blocks of Markdown files, with the exact bytes of the file that each of their
// lines came from: in lists and quotes, indented, never closed.
package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/ecslint/ecslint/internal/source"
)

// Block is one code block.
type Block struct {
	Info    string      // what stands behind the opening fence; "" for an indented block
	Text    source.Text // the code without the indentation and the quote marks in front of its lines
	Caption string      // the last line of the paragraph or heading right before it
}

// Language is the first word of the info string in lower case; "" where there is none.
func (b Block) Language() string {
	info := strings.TrimLeft(b.Info, "{. \t") // pandoc writes {.json}
	end := strings.IndexAny(info, " \t,{}:;=")
	if end < 0 {
		end = len(info)
	}
	return strings.ToLower(info[:end])
}

// maxText bounds the size of a text, in bytes.
const maxText = 4 << 20

// maxDepth bounds how deeply quotes and lists are nested: the parser recurses.
const maxDepth = 100

// Blocks gives the code blocks in the order of the text. A text of more than 4 MiB has none.
func Blocks(t source.Text) []Block {
	if t.Len() > maxText {
		return nil
	}
	s := []byte(t.String())
	var blocks []Block
	_ = ast.Walk(parse(s), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.FencedCodeBlock:
			b := Block{Text: lines(t, n.Lines()), Caption: caption(n, s)}
			if n.Info != nil {
				b.Info = string(n.Info.Segment.Value(s))
			}
			blocks = append(blocks, b)
		case *ast.CodeBlock:
			blocks = append(blocks, Block{Text: lines(t, n.Lines()), Caption: caption(n, s)})
		}
		return ast.WalkContinue, nil
	})
	return blocks
}

// parse reads the structure of blocks only: nothing inside of a paragraph is code of more than a few words.
func parse(s []byte) (root ast.Node) {
	defer func() {
		if recover() != nil { // the parser is not ours: a file without blocks rather than a crash
			root = ast.NewDocument()
		}
	}()
	p := parser.NewParser(parser.WithBlockParsers(bounded(parser.DefaultBlockParsers())...))
	return p.Parse(text.NewReader(s))
}

// bounded keeps quotes and lists from being nested too deep.
func bounded(parsers []util.PrioritizedValue) []util.PrioritizedValue {
	for i, p := range parsers {
		parsers[i].Value = shallow{p.Value.(parser.BlockParser)}
	}
	return parsers
}

// shallow is a parser that opens nothing where it is nested too deep.
type shallow struct{ parser.BlockParser }

func (p shallow) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	depth := 0
	for n := parent; n != nil; n = n.Parent() {
		if depth++; depth > maxDepth {
			return nil, parser.NoChildren
		}
	}
	return p.BlockParser.Open(parent, reader, pc)
}

// lines is the code of a block. What a tab in front of it stands for beside the indentation is written as spaces.
func lines(t source.Text, segments *text.Segments) source.Text {
	var b source.Builder
	for i := range segments.Len() {
		line := segments.At(i)
		start, stop := clamp(line.Start, t.Len()), clamp(line.Stop, t.Len())
		if line.Padding > 0 {
			b.PutRange(strings.Repeat(" ", line.Padding), t.Range(start, start))
		}
		b.Raw(t.Slice(start, max(start, stop)))
	}
	if b.Len() == 0 {
		return t.Slice(0, 0)
	}
	return b.Text()
}

func clamp(offset, length int) int { return max(0, min(offset, length)) }

// caption is the last line in front of a block, which often tells the name of the file that the block shows.
func caption(n ast.Node, s []byte) string {
	before := n.PreviousSibling()
	if before == nil && n.Parent() != nil {
		before = n.Parent().PreviousSibling()
	}
	if before == nil || !isProse[before.Kind()] || before.Lines().Len() == 0 {
		return ""
	}
	segments := before.Lines()
	last := segments.At(segments.Len() - 1)
	return strings.TrimSpace(string(s[clamp(last.Start, len(s)):clamp(last.Stop, len(s))]))
}

var isProse = map[ast.NodeKind]bool{ast.KindParagraph: true, ast.KindTextBlock: true, ast.KindHeading: true}
