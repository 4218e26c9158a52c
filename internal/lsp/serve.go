// Package lsp is a language server: it speaks the Language Server Protocol 3.17 with an editor and asks a
// CheckFunc for findings. It knows neither flags nor rules.
//
// The protocol: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/
package lsp

import (
	"context"
	"io"
	"log"

	"github.com/sourcegraph/jsonrpc2"

	"github.com/ecslint/ecslint/internal/diag"
)

// CheckRequest is one document to check, as the editor holds it.
type CheckRequest struct {
	Path    string            // absolute; for a document that is no file only a name, as in Untitled-1
	Text    []byte            // UTF-8, unsaved changes included
	Project string            // the workspace folder around Path, absolute; "" when there is none
	Overlay map[string][]byte // all open buffers by absolute path, also this one: they win over the disk
}

// CheckFunc gives the findings of one document. Their ranges are byte offsets in a source.File that holds
// r.Text. Findings beside an error are shown all the same. It must be safe for concurrent use, must not change r, and should return early when ctx ends.
type CheckFunc func(ctx context.Context, r CheckRequest) ([]diag.Diagnostic, error)

// Options are what the outside decides.
type Options struct {
	Version         string // of the program, told to the editor
	ClientProcessID int    // the editor's process, 0 when not given: the server ends when that process ends
}

// Serve runs a server until the editor says exit, the connection or the editor's process ends, or ctx is done.
// It returns the exit code of the process: 0 when shutdown came first, else 1. Logs are written to logs, never to
// out. A read of in may still be pending when it returns.
func Serve(ctx context.Context, in io.Reader, out io.Writer, logs io.Writer, check CheckFunc, o Options) int {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	logger := log.New(logs, "ecslint lsp: ", 0)
	s := newServer(check, o, logger, cancel)
	if o.ClientProcessID > 0 {
		s.watchParent(ctx, o.ClientProcessID)
	}
	stream := jsonrpc2.NewBufferedStream(duplex{in, out}, codec{logger: logger})
	conn := jsonrpc2.NewConn(ctx, stream, s, jsonrpc2.SetLogger(logger))
	<-conn.DisconnectNotify()
	return s.exitCode()
}

// duplex joins the two streams. They belong to the caller, so closing the connection leaves them open.
type duplex struct {
	io.Reader
	io.Writer
}

func (duplex) Close() error { return nil }
