package lsp

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/sourcegraph/jsonrpc2"
)

// reply answers a request. What isn't already an error of the protocol becomes InternalError; a panic's stack
// goes to the log only.
func (s *server) reply(ctx context.Context, conn *jsonrpc2.Conn, r *jsonrpc2.Request, result any, err error) {
	var sendErr error
	if err == nil {
		sendErr = conn.Reply(ctx, r.ID, result)
	} else {
		sendErr = conn.ReplyWithError(ctx, r.ID, s.protocolError(r.Method, err))
	}
	if sendErr != nil && !errors.Is(sendErr, jsonrpc2.ErrClosed) {
		s.logger.Printf("%s: can't answer: %v", r.Method, sendErr)
	}
}

func (s *server) protocolError(method string, err error) *jsonrpc2.Error {
	var known *jsonrpc2.Error
	if errors.As(err, &known) {
		return known
	}
	s.logger.Printf("%s: %v", method, err)
	var p *panicError
	if errors.As(err, &p) {
		return errorf(jsonrpc2.CodeInternalError, "internal error: %v", p.value)
	}
	return errorf(jsonrpc2.CodeInternalError, "%v", err)
}

func errorf(code int64, format string, args ...any) *jsonrpc2.Error {
	return &jsonrpc2.Error{Code: code, Message: fmt.Sprintf(format, args...)}
}

// decode reads the parameters of a message; absent ones are an error.
func decode(r *jsonrpc2.Request, params any) error {
	if r.Params == nil {
		return errorf(jsonrpc2.CodeInvalidParams, "%s has no params", r.Method)
	}
	if err := json.Unmarshal(*r.Params, params); err != nil {
		return errorf(jsonrpc2.CodeInvalidParams, "%s: %v", r.Method, err)
	}
	return nil
}
