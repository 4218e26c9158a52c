package cli_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/ecslint/ecslint/internal/cli"
)

// requireNoCanaryInEditor opens a file in an editor and asks what is wrong with it.
func requireNoCanaryInEditor(t *testing.T, dir, name string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	uri := "file://" + filepath.ToSlash(filepath.Join(dir, name))
	in, editor := io.Pipe()
	answered := make(chan struct{})
	out := &awaited{text: []byte(`"items":[`), seen: answered}
	go func() {
		say(editor, 1, "initialize", map[string]any{"capabilities": map[string]any{"textDocument": map[string]any{
			"diagnostic": map[string]any{"relatedInformation": true},
		}}})
		say(editor, 0, "initialized", map[string]any{})
		say(editor, 0, "textDocument/didOpen", map[string]any{"textDocument": map[string]any{
			"uri": uri, "languageId": "json", "version": 1, "text": string(text),
		}})
		say(editor, 2, "textDocument/diagnostic", map[string]any{"textDocument": map[string]any{"uri": uri}})
		<-answered
		say(editor, 3, "shutdown", nil)
		say(editor, 0, "exit", nil)
	}()
	var logs bytes.Buffer
	stdio := cli.IO{In: in, Out: out, Err: &logs, Dir: dir, Getenv: func(string) string { return "" }}
	if code := cli.Main([]string{"lsp"}, stdio); code != 0 {
		t.Errorf("exit code %d: %s", code, logs.String())
	}
	searchCanary(t, []string{"lsp", name}, out.all.String(), logs.String())
}

// say writes one message; without an id it is a notification.
func say(w io.Writer, id int, method string, params map[string]any) {
	m := map[string]any{"jsonrpc": "2.0", "method": method}
	if id > 0 {
		m["id"] = id
	}
	if params != nil {
		m["params"] = params
	}
	body, _ := json.Marshal(m) // maps of strings always marshal
	fmt.Fprintf(w, "Content-Length: %d\r\n\r\n%s", len(body), body)
}

// awaited collects output and tells when a text was seen in it.
type awaited struct {
	text []byte
	seen chan struct{}
	done bool
	all  bytes.Buffer
}

func (a *awaited) Write(p []byte) (int, error) {
	a.all.Write(p)
	if !a.done && bytes.Contains(a.all.Bytes(), a.text) {
		a.done = true
		close(a.seen)
	}
	return len(p), nil
}
