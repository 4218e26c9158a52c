package lsp

import (
	"context"
	"slices"
	"sync"
	"time"

	"github.com/sourcegraph/jsonrpc2"
)

// debounce is how long the server waits for the next keystroke before it checks.
const debounce = 30 * time.Millisecond

// publisher sends diagnostics to a client that doesn't ask for them. One goroutine checks and sends, so what is
// sent last is what is true, and the loop that reads messages never waits for a client that doesn't read.
type publisher struct {
	server *server
	conn   *jsonrpc2.Conn
	wake   chan struct{}

	mu     sync.Mutex
	queue  []string           // URIs to look at, next first
	quiet  time.Time          // not to start before
	cancel context.CancelFunc // ends the check under way
}

func newPublisher(s *server, conn *jsonrpc2.Conn) *publisher {
	return &publisher{server: s, conn: conn, wake: make(chan struct{}, 1), cancel: func() {}}
}

// changed says that the document was opened, changed or closed. What others say may depend on it: they are
// checked again, after it.
func (s *server) changed(uri string, delay time.Duration) {
	if p := s.session.publisher; p != nil {
		p.enqueue(append([]string{uri}, s.documents.uris()...), delay)
	}
}

// recheckAll looks at every open document again, after a change outside of them.
func (s *server) recheckAll() {
	if p := s.session.publisher; p != nil {
		p.enqueue(s.documents.uris(), debounce)
	}
}

func (p *publisher) enqueue(uris []string, delay time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(uris) == 0 {
		return
	}
	slices.Sort(uris[1:])
	p.queue = unique(append(uris, p.queue...))
	p.quiet = time.Now().Add(delay)
	p.cancel()
	select {
	case p.wake <- struct{}{}:
	default:
	}
}

func unique(uris []string) []string {
	var kept []string
	for _, uri := range uris {
		if !slices.Contains(kept, uri) {
			kept = append(kept, uri)
		}
	}
	return kept
}

func (p *publisher) run(ctx context.Context) {
	for {
		uri, checking, wait := p.next(ctx)
		switch {
		case uri != "":
			p.look(checking, uri)
		case !p.sleep(ctx, wait):
			return
		}
	}
}

// next takes the next URI out of the queue, with the context to check it in; "" when there is none yet: then it
// says how long to wait, 0 for until something happens.
func (p *publisher) next(ctx context.Context) (string, context.Context, time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.queue) == 0 {
		return "", nil, 0
	}
	if wait := time.Until(p.quiet); wait > 0 {
		return "", nil, wait
	}
	uri := p.queue[0]
	p.queue = p.queue[1:]
	p.cancel() // the check before it has ended; this frees its context
	ctx, p.cancel = context.WithCancel(ctx)
	return uri, ctx, 0
}

// sleep waits for the time or for news; false when the connection is over.
func (p *publisher) sleep(ctx context.Context, wait time.Duration) bool {
	var timer <-chan time.Time
	if wait > 0 {
		timer = time.After(wait)
	}
	select {
	case <-ctx.Done():
		return false
	case <-p.wake:
	case <-timer:
	}
	return true
}

// look checks one document and sends what was found; for a closed one, that nothing is.
func (p *publisher) look(ctx context.Context, uri string) {
	doc := p.server.documents.get(uri)
	params := publishDiagnosticsParams{URI: uri, Diagnostics: []diagnostic{}}
	if doc != nil {
		found, err := p.server.findings(ctx, doc)
		if ctx.Err() != nil {
			return // something changed meanwhile, and the document is in the queue again
		}
		if err != nil {
			p.server.logger.Printf("%s: %v", uri, err)
			return
		}
		params.Version = &doc.version
		params.Diagnostics = p.server.diagnostics(found)
	}
	if err := p.conn.Notify(ctx, "textDocument/publishDiagnostics", params); err != nil && ctx.Err() == nil {
		p.server.logger.Printf("publishDiagnostics: %v", err)
	}
}
