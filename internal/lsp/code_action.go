package lsp

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/sourcegraph/jsonrpc2"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/fix"
	"github.com/ecslint/ecslint/internal/source"
)

// codeAction answers textDocument/codeAction: each fix of the findings that touch the range, and one action that makes
// all safe ones.
func (s *server) codeAction(ctx context.Context, r *jsonrpc2.Request) (any, error) {
	var params codeActionParams
	if err := decode(r, &params); err != nil {
		return nil, err
	}
	actions := []codeAction{}
	doc := s.documents.get(params.TextDocument.URI)
	if doc == nil {
		return actions, nil
	}
	found, err := s.findings(ctx, doc)
	if err != nil {
		return nil, err
	}
	if params.Context.wants(kindQuickFix) {
		for i := range found {
			if d := &found[i]; s.touches(d, params.Range) {
				actions = append(actions, s.quickFixes(doc, d)...)
			}
		}
	}
	if params.Context.wants(kindFixAll) {
		all, err := s.fixAll(ctx, doc, found)
		if err != nil {
			return nil, err
		}
		actions = append(actions, all...)
	}
	return actions, nil
}

// wants reports a kind that the client asks for: by its name, or by one that it is a part of.
func (c codeActionContext) wants(kind string) bool {
	return c.Only == nil || slices.ContainsFunc(c.Only, func(asked string) bool {
		return asked == "" || kind == asked || strings.HasPrefix(kind, asked+".")
	})
}

func (s *server) touches(d *diag.Diagnostic, r lspRange) bool {
	at := s.session.encoding.rangeOf(d.Range)
	return !before(at.End, r.Start) && !before(r.End, at.Start)
}

func before(a, b position) bool {
	return a.Line < b.Line || a.Line == b.Line && a.Character < b.Character
}

func (s *server) quickFixes(doc *document, d *diag.Diagnostic) []codeAction {
	var actions []codeAction
	for i := range d.Fixes {
		f := &d.Fixes[i]
		var edits []textEdit
		for _, e := range f.Edits {
			edits = append(edits, textEdit{s.session.encoding.rangeOf(e.Range), e.New})
		}
		actions = append(actions, codeAction{
			Title:       strings.ToUpper(f.Message[:1]) + f.Message[1:],
			Kind:        kindQuickFix,
			Diagnostics: []diagnostic{s.diagnostic(d)},
			IsPreferred: f == d.FixBy(false),
			Edit:        s.session.workspaceEdit(doc, edits),
		})
	}
	return actions
}

// fixAll makes all safe fixes until there are no more. It is no action where there is none.
func (s *server) fixAll(ctx context.Context, doc *document, found []diag.Diagnostic) ([]codeAction, error) {
	check := func(texts map[string][]byte) (fix.Round[struct{}], error) {
		next, err := found, error(nil)
		for _, text := range texts { // there is one: a fix stays in the file of its finding
			now := *doc
			now.text = string(text)
			next, err = s.findings(ctx, &now)
		}
		return fix.Round[struct{}]{Findings: next}, err
	}
	out, err := fix.Settle(check, false)
	if err != nil || out.Fixed == 0 {
		return nil, err
	}
	for path, text := range out.Texts {
		edit := s.rewrite(out.Before[path], text)
		return []codeAction{{
			Title: "Fix all that ecslint can fix safely", Kind: kindFixAll, Edit: s.session.workspaceEdit(doc, []textEdit{edit}),
		}}, nil
	}
	return nil, nil
}

// rewrite is the one edit that makes text of a file: what is the same at its start and its end stays.
func (s *server) rewrite(f *source.File, text []byte) textEdit {
	start := 0
	for start < min(len(f.Bytes), len(text)) && f.Bytes[start] == text[start] {
		start++
	}
	for inCharacter(f.Bytes, start) {
		start--
	}
	end := len(f.Bytes)
	tail := slices.Clone(text[start:])
	for end > start && len(tail) > 0 && f.Bytes[end-1] == tail[len(tail)-1] {
		end, tail = end-1, tail[:len(tail)-1]
	}
	for inCharacter(f.Bytes, end) {
		tail, end = append(tail, f.Bytes[end]), end+1
	}
	return textEdit{s.session.encoding.rangeOf(source.Range{File: f, Start: start, End: end}), string(tail)}
}

// inCharacter reports an offset inside of a code point or a line break.
func inCharacter(text []byte, at int) bool {
	return at > 0 && at < len(text) && (!utf8.RuneStart(text[at]) || text[at-1] == '\r' && text[at] == '\n')
}
