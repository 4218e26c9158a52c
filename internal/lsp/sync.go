package lsp

import (
	"context"
	"fmt"

	"github.com/sourcegraph/jsonrpc2"
)

func (s *server) didOpen(_ context.Context, _ *jsonrpc2.Conn, r *jsonrpc2.Request) error {
	var params didOpenParams
	if err := decode(r, &params); err != nil {
		return err
	}
	t := params.TextDocument
	path, isFile := uriToPath(t.URI)
	s.documents.put(&document{uri: t.URI, path: path, file: isFile, version: t.Version, text: t.Text})
	s.changed(t.URI, 0)
	return nil
}

func (s *server) didChange(_ context.Context, _ *jsonrpc2.Conn, r *jsonrpc2.Request) error {
	var params didChangeParams
	if err := decode(r, &params); err != nil {
		return err
	}
	old := s.documents.get(params.TextDocument.URI)
	if old == nil {
		return fmt.Errorf("%s is not open", params.TextDocument.URI)
	}
	next := *old
	next.version = params.TextDocument.Version
	next.text = s.session.encoding.apply(old.text, params.ContentChanges)
	s.documents.put(&next)
	s.changed(next.uri, debounce)
	return nil
}

func (s *server) didClose(_ context.Context, _ *jsonrpc2.Conn, r *jsonrpc2.Request) error {
	var params didCloseParams
	if err := decode(r, &params); err != nil {
		return err
	}
	s.documents.remove(params.TextDocument.URI)
	s.changed(params.TextDocument.URI, 0)
	return nil
}
