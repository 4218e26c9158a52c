package lsp

import (
	"context"
	"slices"

	"github.com/sourcegraph/jsonrpc2"
)

// lifecycle is where the connection stands between initialize and exit.
type lifecycle uint8

const (
	created lifecycle = iota
	initialized
	shutDown
)

func (l lifecycle) running() bool { return l == initialized }

// refuse says why a request can't be served now; nil when it can.
func (l lifecycle) refuse(method string) error {
	switch {
	case l == created && method != "initialize":
		return errorf(codeServerNotInitialized, "%s came before initialize", method)
	case l == initialized && method == "initialize":
		return errorf(jsonrpc2.CodeInvalidRequest, "initialize came twice")
	case l == shutDown:
		return errorf(jsonrpc2.CodeInvalidRequest, "%s came after shutdown", method)
	}
	return nil
}

func (s *server) initialize(ctx context.Context, conn *jsonrpc2.Conn, r *jsonrpc2.Request) (any, error) {
	var params initializeParams
	if err := decode(r, &params); err != nil {
		return nil, err
	}
	s.session = &session{client: params.Capabilities, encoding: negotiate(params.Capabilities)}
	s.folders.reset(params)
	if params.ProcessID != nil && *params.ProcessID != s.options.ClientProcessID {
		s.watchParent(ctx, *params.ProcessID)
	}
	result := initializeResult{
		Capabilities: serverCapabilities{
			PositionEncoding: s.session.encoding.name,
			TextDocumentSync: textDocumentSync{OpenClose: true, Change: syncIncremental},
			Workspace:        workspaceOptions{workspaceFoldersOptions{Supported: true, ChangeNotifications: true}},
		},
		ServerInfo: serverInfo{Name: "ecslint", Version: s.options.Version},
	}
	if params.Capabilities.TextDocument.CodeAction.CodeActionLiteralSupport != nil {
		result.Capabilities.CodeActionProvider = &codeActionOptions{CodeActionKinds: []string{kindQuickFix, kindFixAll}}
	}
	if s.session.pulls() {
		result.Capabilities.DiagnosticProvider = &diagnosticOptions{Identifier: "ecslint", InterFileDependencies: true}
	} else {
		s.session.publisher = newPublisher(s, conn)
		go s.session.publisher.run(ctx)
	}
	s.lifecycle = initialized
	return result, nil
}

// negotiate takes UTF-8 where the client offers it: offsets need no counting then.
func negotiate(c clientCapabilities) encoding {
	if slices.Contains(c.General.PositionEncodings, encodingUTF8) {
		return utf8Encoding
	}
	return utf16Encoding
}

func (s *server) shutdown() {
	s.lifecycle = shutDown
	s.clean.Store(true)
}

func (s *server) exitCode() int {
	if s.clean.Load() {
		return 0
	}
	return 1
}
