package snippets

import (
	"regexp"
	"strings"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

var (
	// ellipsis stands for what a text leaves out; synopsis also for what a command may have.
	ellipsis = regexp.MustCompile(`\.{3,}|…`)
	synopsis = regexp.MustCompile(`\.{3,}|…|\[--[^\]\n]*\]`)
)

// ellipses are the parts of a text that stand for what is left out.
func ellipses(s string, pattern *regexp.Regexp) []syntax.Span {
	var spans []syntax.Span
	for _, m := range pattern.FindAllStringIndex(s, -1) {
		spans = append(spans, syntax.Span{Start: m[0], End: m[1]})
	}
	return spans
}

// withoutComments takes the comments out of JSON. One that says that something is left out becomes an ellipsis.
func withoutComments(t source.Text) source.Text {
	s := t.String()
	var b source.Builder
	kept := 0
	for at := 0; at < len(s); {
		if s[at] == '"' {
			at += len(quoted.FindString(s[at:]))
			continue
		}
		m := comment.FindString(s[at:])
		if m == "" || at > 0 && !strings.ContainsRune(" \t\r\n,{}[]", rune(s[at-1])) {
			at++
			continue
		}
		b.Raw(t.Slice(kept, at))
		if leavesOut.MatchString(m) {
			b.Put("...", t.Slice(at, at+len(m)))
		}
		at += len(m)
		kept = at
	}
	if kept == 0 {
		return t
	}
	b.Raw(t.Slice(kept, len(s)))
	return b.Text()
}

var (
	quoted    = regexp.MustCompile(`^"([^"\\\n]|\\.)*"?`)
	comment   = regexp.MustCompile(`^(//[^\r\n]*|#[^\r\n]*|/\*(?s:.*?)\*/)`)
	leavesOut = regexp.MustCompile(`(?i)\.\.|…|omitted|other|more|rest|remaining|existing|\betc\b|snip|continue`)
)

// excerpt opens what a text shows only a part of: without its name or image, nothing about a container or a task
// definition is missing, it isn't shown.
func excerpt(o *ecs.Object) {
	switch o.Type {
	case ecs.TypeTaskDefinition:
		whole := o.Root.Get("family") != nil
		if list := o.Root.Get("containerDefinitions"); list != nil {
			for _, c := range list.Items {
				if c.Kind == syntax.Object && (c.Get("name") == nil || c.Get("image") == nil) {
					c.Incomplete, whole = true, false
				}
			}
		}
		o.Root.Incomplete = o.Root.Incomplete || !whole
	case ecs.TypeService:
		named := o.Root.Get("serviceName") != nil || o.Root.Get("service") != nil
		o.Root.Incomplete = o.Root.Incomplete || !named
	case ecs.TypeTask:
	default:
		_, named := o.Name()
		o.Root.Incomplete = o.Root.Incomplete || !named
	}
}
