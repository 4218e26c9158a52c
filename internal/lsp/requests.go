package lsp

import (
	"context"
	"encoding/json"
	"sync"

	"github.com/sourcegraph/jsonrpc2"
)

// runningRequests are the requests that are not answered yet.
type runningRequests struct {
	mu     sync.Mutex
	cancel map[jsonrpc2.ID]context.CancelFunc
}

func newRunningRequests() *runningRequests {
	return &runningRequests{cancel: map[jsonrpc2.ID]context.CancelFunc{}}
}

func (q *runningRequests) add(ctx context.Context, id jsonrpc2.ID) (context.Context, func()) {
	ctx, cancel := context.WithCancel(ctx)
	q.mu.Lock()
	defer q.mu.Unlock()
	q.cancel[id] = cancel
	return ctx, func() {
		cancel()
		q.mu.Lock()
		defer q.mu.Unlock()
		delete(q.cancel, id)
	}
}

func (q *runningRequests) stop(id jsonrpc2.ID) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if cancel, ok := q.cancel[id]; ok {
		cancel()
	}
}

// runRequest answers beside the loop that reads messages, so that a cancellation can overtake it.
func (s *server) runRequest(ctx context.Context, conn *jsonrpc2.Conn, r *jsonrpc2.Request, handler requestHandler) {
	ctx, done := s.running.add(ctx, r.ID)
	go func() {
		defer done()
		result, err := protect(func() (any, error) { return handler(s, ctx, r) })
		if ctx.Err() != nil {
			result, err = nil, errorf(codeRequestCancelled, "%s was cancelled", r.Method)
		}
		s.reply(ctx, conn, r, result, err)
	}()
}

func (s *server) cancelRequest(_ context.Context, _ *jsonrpc2.Conn, r *jsonrpc2.Request) error {
	var params cancelParams
	if err := decode(r, &params); err != nil {
		return err
	}
	var id jsonrpc2.ID
	if err := json.Unmarshal(params.ID, &id); err != nil {
		return err
	}
	s.running.stop(id)
	return nil
}
