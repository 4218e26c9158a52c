package lsp_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/ecslint/ecslint/internal/lsp"
)

var update = flag.Bool("update", false, "write what the server says into the transcripts")

// TestTranscripts plays testdata/lsp/*.txtar. In a transcript "> " sends a message, "< " is the next message of
// the server, "eof" ends the input and "exit N" is the exit code, after which nothing more may have been said.
// Messages that are sent one after the other arrive at once. The member jsonrpc is left out on both sides.
func TestTranscripts(t *testing.T) {
	paths, err := filepath.Glob("../../testdata/lsp/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no transcripts: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			t.Parallel()
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for i, f := range archive.Files {
				got := play(t, string(f.Data))
				if *update {
					archive.Files[i].Data = []byte(got)
				} else if diff := cmp.Diff(string(f.Data), got); diff != "" {
					t.Errorf("%s (-want +got):\n%s", f.Name, diff)
				}
			}
			if *update {
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// play runs a transcript against a new server and returns it with what the server really said.
func play(t *testing.T, script string) string {
	c := start(t, lsp.Options{Version: "1.2.3"})
	var said strings.Builder
	var unsent bytes.Buffer
	for _, line := range strings.Split(strings.TrimSuffix(script, "\n"), "\n") {
		word, rest, _ := strings.Cut(line, " ")
		if word != ">" {
			c.write(unsent.Bytes())
			unsent.Reset()
		}
		switch word {
		case ">":
			unsent.Write(frame(t, rest))
		case "<":
			line = "< " + c.read()
		case "eof":
			c.in.Close()
		case "exit":
			line = "exit " + strconv.Itoa(c.exitCode())
		}
		fmt.Fprintln(&said, line)
	}
	c.write(unsent.Bytes())
	for _, extra := range c.rest() {
		fmt.Fprintln(&said, "<", extra)
	}
	return said.String()
}

// frame puts a message of a transcript into the form of the wire; what is no JSON object is sent as it is.
func frame(t *testing.T, message string) []byte {
	t.Helper()
	body := []byte(message)
	var members map[string]any
	if json.Unmarshal(body, &members) == nil {
		members["jsonrpc"] = "2.0"
		var err error
		if body, err = json.Marshal(members); err != nil {
			t.Fatal(err)
		}
	}
	return fmt.Appendf(nil, "Content-Length: %d\r\n\r\n%s", len(body), body)
}

func TestEndOfContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	in, _ := newPipe(t)
	done := make(chan int)
	go func() { done <- lsp.Serve(ctx, in, &bytes.Buffer{}, &bytes.Buffer{}, check, lsp.Options{}) }()
	cancel()
	select {
	case code := <-done:
		if code != 1 {
			t.Errorf("exit code %d, want 1", code)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("the server goes on after its context ended")
	}
}
