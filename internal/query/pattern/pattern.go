// Package pattern evaluates regular expressions of java.util.regex on printable ASCII, which is what ECS lets attributes and task
// groups hold. No match takes more than a fixed number of steps; what isn't evaluated is said, never guessed.
// The language: https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/regex/Pattern.html
package pattern

import (
	"strings"

	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/value"
)

// Pattern is an expression that can be evaluated.
type Pattern struct{ root node }

// Problem tells why an expression can't be evaluated.
type Problem struct {
	Span    syntax.Span // in bytes of the expression
	Message string      // what stands there, and what is wrong with it
	Refused bool        // by Java too; otherwise it is only not evaluated here
}

// Parse reads an expression. Any bytes give a Pattern or a Problem.
func Parse(text string) (*Pattern, *Problem) {
	p := &parser{text: text, names: map[string]bool{}}
	root := p.alternatives()
	if p.peek() == ')' {
		p.refuse(p.at, p.at+1, `")" closes nothing`)
	}
	if p.problem != nil {
		return nil, p.problem
	}
	return &Pattern{root}, nil
}

// Matches tells whether the whole text matches.
func (p *Pattern) Matches(text string) value.Tri {
	return p.run(text, func(m *matcher) bool { return m.ends(p.root, m.only(0))[len(text)] })
}

// Finds tells whether a part of the text matches.
func (p *Pattern) Finds(text string) value.Tri {
	return p.run(text, func(m *matcher) bool { return m.ends(p.root, m.everywhere()).any() })
}

// maxText is more bytes than AWS lets an attribute (128) or a task group (255) have.
const maxText = 512

func (p *Pattern) run(text string, match func(*matcher) bool) value.Tri {
	if len(text) > maxText || strings.ContainsFunc(text, unprintable) {
		return value.Unknown
	}
	m := &matcher{text: text, steps: maxSteps}
	found := match(m)
	if m.steps < 0 {
		return value.Unknown
	}
	return value.TriOf(found)
}

func unprintable(r rune) bool { return r < ' ' || r > '~' }

// Anchored reports that Matches and Finds say the same of every text: the expression begins and ends with ".*" or an anchor.
func (p *Pattern) Anchored() bool {
	parts, ok := p.root.(sequence)
	if !ok {
		parts = sequence{p.root}
	}
	return len(parts) > 0 && (parts[0] == atStart || openEnded(parts[0])) && (parts[len(parts)-1] == atEnd || openEnded(parts[len(parts)-1]))
}

func openEnded(n node) bool {
	r, ok := n.(repeat)
	return ok && r.node == node(anything) && r.min == 0 && r.max == unbounded
}
