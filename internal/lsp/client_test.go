package lsp_test

import (
	"bufio"
	"encoding/json"
	"io"
	"net/textproto"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ecslint/ecslint/internal/lsp"
)

// patience is how long a test waits for the server.
const patience = 10 * time.Second

// client is the editor's end of a connection.
type client struct {
	t        *testing.T
	in       *io.PipeWriter
	messages chan string // what the server says, without jsonrpc, members sorted
	exited   chan int
	logs     *lockedBuilder
}

func start(t *testing.T, o lsp.Options) *client {
	serverIn, clientOut := newPipe(t)
	clientIn, serverOut := newPipe(t)
	c := &client{t: t, in: clientOut, messages: make(chan string, 100), exited: make(chan int, 1), logs: &lockedBuilder{}}
	go func() {
		code := lsp.Serve(t.Context(), serverIn, serverOut, c.logs, check, o)
		serverIn.Close()
		serverOut.Close()
		c.exited <- code
	}()
	go c.readAll(bufio.NewReader(clientIn))
	return c
}

func newPipe(t *testing.T) (*io.PipeReader, *io.PipeWriter) {
	r, w := io.Pipe()
	t.Cleanup(func() { r.Close(); w.Close() })
	return r, w
}

func (c *client) readAll(r *bufio.Reader) {
	defer close(c.messages)
	for {
		header, err := textproto.NewReader(r).ReadMIMEHeader()
		if err != nil {
			return
		}
		n, _ := strconv.Atoi(header.Get("Content-Length"))
		body := make([]byte, n)
		if _, err := io.ReadFull(r, body); err != nil {
			return
		}
		c.messages <- normalize(body)
	}
}

func normalize(body []byte) string {
	var members map[string]any
	if json.Unmarshal(body, &members) != nil {
		return "no JSON: " + string(body)
	}
	if members["jsonrpc"] != "2.0" {
		return "no JSON-RPC 2.0: " + string(body)
	}
	delete(members, "jsonrpc")
	var sorted strings.Builder
	encoder := json.NewEncoder(&sorted)
	encoder.SetEscapeHTML(false)
	if encoder.Encode(members) != nil {
		return string(body)
	}
	return strings.TrimSuffix(sorted.String(), "\n")
}

// write sends bytes; a server that has ended doesn't take them any more.
func (c *client) write(data []byte) {
	if len(data) > 0 {
		_, _ = c.in.Write(data)
	}
}

func (c *client) read() string {
	c.t.Helper()
	select {
	case m, ok := <-c.messages:
		if !ok {
			return "nothing: the connection is closed"
		}
		return m
	case <-time.After(patience):
		c.t.Fatalf("the server says nothing; its log:\n%s", c.logs)
		return ""
	}
}

func (c *client) exitCode() int {
	c.t.Helper()
	select {
	case code := <-c.exited:
		return code
	case <-time.After(patience):
		c.t.Fatalf("the server doesn't end; its log:\n%s", c.logs)
		return 0
	}
}

// rest is what was said and not read, once the connection is closed.
func (c *client) rest() []string {
	c.in.Close()
	var rest []string
	for m := range c.messages {
		rest = append(rest, m)
	}
	return rest
}

type lockedBuilder struct {
	mu sync.Mutex
	b  strings.Builder
}

func (l *lockedBuilder) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuilder) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}
