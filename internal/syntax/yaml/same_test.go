package yaml_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	library "go.yaml.in/yaml/v3"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/yaml"
)

// documentsOf is what the library itself reads; false where it refuses the text.
func documentsOf(data []byte) (documents []*library.Node, ok bool) {
	decoder := library.NewDecoder(bytes.NewReader(data))
	for {
		var n library.Node
		err := decoder.Decode(&n)
		if errors.Is(err, io.EOF) {
			return documents, true
		}
		if err != nil {
			return nil, false
		}
		if len(n.Content) == 1 && !(n.Content[0].Kind == library.ScalarNode && n.Content[0].Value == "" && n.Content[0].Style&^library.TaggedStyle == 0) {
			documents = append(documents, n.Content[0])
		}
	}
}

// checkSame compares our tree with the library's: the same values, and each decoded text from where it stands. A text
// with what may be a placeholder, or with line breaks of Unicode, is read in another way.
func checkSame(t *testing.T, name string, data []byte) {
	t.Helper()
	for _, odd := range []string{"{{", "${", "{%", "%{", "<", "@", "%", "\u0085", "\u2028", "\ufeff"} {
		if bytes.Contains(data, []byte(odd)) {
			return
		}
	}
	want, ok := documentsOf(data)
	if !ok {
		return
	}
	f := source.NewFile(name, "", data)
	got, _ := yaml.Parse(f.Text())
	if len(got) != len(want) {
		t.Errorf("%s: %d documents, want %d", name, len(got), len(want))
		return
	}
	s := &same{t: t, name: name}
	for i := range want {
		s.compare(got[i], want[i])
	}
}

type same struct {
	t    *testing.T
	name string
}

func (s *same) compare(got *syntax.Node, want *library.Node) {
	s.t.Helper()
	switch want.Kind {
	case library.AliasNode:
		return
	case library.MappingNode:
		s.mapping(got, want)
	case library.SequenceNode:
		if len(got.Items) != len(want.Content) && !got.Incomplete {
			s.differ(got, fmt.Sprintf("%d items, want %d", len(got.Items), len(want.Content)))
			return
		}
		for i := range got.Items {
			s.compare(got.Items[i], want.Content[i])
		}
	default:
		s.scalar(got, want)
	}
}

func (s *same) mapping(got *syntax.Node, want *library.Node) {
	s.t.Helper()
	i := 0
	for at := 0; at < len(want.Content); at += 2 {
		if want.Content[at].Tag == "!!merge" {
			continue
		}
		if i >= len(got.Members) {
			s.differ(got, "too few members")
			return
		}
		if want.Content[at].Kind == library.ScalarNode {
			s.scalar(got.Members[i].Key, want.Content[at])
		}
		s.compare(got.Members[i].Value, want.Content[at+1])
		i++
	}
}

func (s *same) scalar(got *syntax.Node, want *library.Node) {
	s.t.Helper()
	text := got.String()
	if got.Kind == syntax.Bool {
		text = strings.ToLower(text)
		want.Value = strings.ToLower(want.Value)
	}
	if text != want.Value {
		s.differ(got, fmt.Sprintf("%q, want %q", text, want.Value))
		return
	}
	// each character that is written as it is comes from its own place
	at := 0
	for _, r := range text {
		size := len(string(r))
		place := got.Text.Range(at, at+size)
		written := place.File.Slice(place)
		if written != string(r) && r != '\n' && r != ' ' && !strings.ContainsAny(written, "\\'") && got.Kind != syntax.Bool {
			s.differ(got, fmt.Sprintf("%q of %q is at %q", r, text, written))
			return
		}
		if place.Start < got.Range.Start || place.End > got.Range.End && !strings.HasSuffix(text[at:], "\n") {
			s.differ(got, fmt.Sprintf("%q of %q is outside", r, text))
			return
		}
		at += size
	}
}

func (s *same) differ(n *syntax.Node, what string) {
	s.t.Helper()
	p := n.Range.File.Position(n.Range.Start, source.CodePoints)
	s.t.Errorf("%s:%d:%d: %s", s.name, p.Line, p.Column, what)
}
