package lsp

import (
	"context"
	"fmt"
	"log"
	"runtime/debug"
	"strings"
	"sync/atomic"

	"github.com/sourcegraph/jsonrpc2"
)

// server handles the messages of one connection. Messages are handled one after the other, so lifecycle needs
// no lock; requests that take time run beside that loop.
type server struct {
	check     CheckFunc
	options   Options
	logger    *log.Logger
	stop      context.CancelFunc // ends the connection
	lifecycle lifecycle
	clean     atomic.Bool // shutdown came

	session   *session // nil until initialize
	documents *documents
	folders   *folders
	running   *runningRequests
}

// session is what initialize decided.
type session struct {
	client    clientCapabilities
	encoding  encoding
	publisher *publisher // nil for a client that pulls diagnostics
}

// pulls reports a client that asks for diagnostics: it isn't sent any.
func (s *session) pulls() bool { return s.client.TextDocument.Diagnostic != nil }

type (
	notificationHandler func(s *server, ctx context.Context, conn *jsonrpc2.Conn, r *jsonrpc2.Request) error
	requestHandler      func(s *server, ctx context.Context, r *jsonrpc2.Request) (any, error)
)

var notifications = map[string]notificationHandler{
	"$/cancelRequest":                     (*server).cancelRequest,
	"initialized":                         (*server).initialized,
	"textDocument/didOpen":                (*server).didOpen,
	"textDocument/didChange":              (*server).didChange,
	"textDocument/didClose":               (*server).didClose,
	"workspace/didChangeWatchedFiles":     (*server).didChangeWatchedFiles,
	"workspace/didChangeWorkspaceFolders": (*server).didChangeWorkspaceFolders,
}

// requests run in goroutines of their own; initialize and shutdown don't, they belong to the lifecycle.
var requests = map[string]requestHandler{
	"textDocument/codeAction": (*server).codeAction,
	"textDocument/diagnostic": (*server).documentDiagnostic,
}

func newServer(check CheckFunc, o Options, logger *log.Logger, stop context.CancelFunc) *server {
	return &server{
		check:     check,
		options:   o,
		logger:    logger,
		stop:      stop,
		documents: newDocuments(),
		folders:   &folders{},
		running:   newRunningRequests(),
	}
}

// Handle is called for one message after the other.
func (s *server) Handle(ctx context.Context, conn *jsonrpc2.Conn, r *jsonrpc2.Request) {
	if r.Notif {
		s.notify(ctx, conn, r)
		return
	}
	if refusal := s.lifecycle.refuse(r.Method); refusal != nil {
		s.reply(ctx, conn, r, nil, refusal)
		return
	}
	switch r.Method {
	case "initialize":
		result, err := protect(func() (any, error) { return s.initialize(ctx, conn, r) })
		s.reply(ctx, conn, r, result, err)
	case "shutdown":
		s.shutdown()
		s.reply(ctx, conn, r, nil, nil)
	default:
		handler, ok := requests[r.Method]
		if !ok {
			s.reply(ctx, conn, r, nil, errorf(jsonrpc2.CodeMethodNotFound, "method %s is not supported", r.Method))
			return
		}
		s.runRequest(ctx, conn, r, handler)
	}
}

func (s *server) notify(ctx context.Context, conn *jsonrpc2.Conn, r *jsonrpc2.Request) {
	if r.Method == "exit" {
		s.stop()
		return
	}
	handler, ok := notifications[r.Method]
	if !ok || !s.lifecycle.running() {
		if ok || !strings.HasPrefix(r.Method, "$/") {
			s.logger.Printf("ignored notification %s", r.Method)
		}
		return
	}
	if _, err := protect(func() (any, error) { return nil, handler(s, ctx, conn, r) }); err != nil {
		s.logger.Printf("%s: %v", r.Method, err)
	}
}

// protect turns a panic into an error: one bad message must not end the server.
func protect(f func() (any, error)) (result any, err error) {
	defer func() {
		if p := recover(); p != nil {
			result, err = nil, &panicError{p, debug.Stack()}
		}
	}()
	return f()
}

type panicError struct {
	value any
	stack []byte
}

func (e *panicError) Error() string { return fmt.Sprintf("internal error: %v\n%s", e.value, e.stack) }
