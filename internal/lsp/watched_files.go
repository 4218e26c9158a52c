package lsp

import (
	"context"

	"github.com/sourcegraph/jsonrpc2"
)

// watched are the files on disk that findings can depend on without being open: what links lead to, settings
// and policies.
const watched = "**/*.{json,yaml,yml,tf,sh,rego}"

// initialized asks the client to tell of changes on disk.
func (s *server) initialized(ctx context.Context, conn *jsonrpc2.Conn, _ *jsonrpc2.Request) error {
	if s.session.client.Workspace.DidChangeWatchedFiles.DynamicRegistration {
		s.callClient(ctx, conn, "client/registerCapability", registrationParams{[]registration{{
			ID:              "watched-files",
			Method:          "workspace/didChangeWatchedFiles",
			RegisterOptions: watchedFilesOf{[]fileWatcher{{GlobPattern: watched}}},
		}}})
	}
	return nil
}

func (s *server) didChangeWatchedFiles(ctx context.Context, conn *jsonrpc2.Conn, _ *jsonrpc2.Request) error {
	s.recheckAll()
	if s.session.pulls() && s.session.client.Workspace.Diagnostics.RefreshSupport {
		s.callClient(ctx, conn, "workspace/diagnostic/refresh", nil)
	}
	return nil
}

// callClient sends a request to the client. The answer can only be read once the current message is handled,
// so it is awaited elsewhere.
func (s *server) callClient(ctx context.Context, conn *jsonrpc2.Conn, method string, params any) {
	go func() {
		if err := conn.Call(ctx, method, params, nil); err != nil && ctx.Err() == nil {
			s.logger.Printf("%s: %v", method, err)
		}
	}()
}
