//go:build unix

package engine_test

import (
	"net"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/ecslint/ecslint/internal/engine"
)

// TestSpecialFiles keeps a pipe that nobody writes to, or a socket, from blocking the rest.
func TestSpecialFiles(t *testing.T) {
	t.Chdir(folder(t, map[string]string{"bad.json": bad})) // a socket's path must be short
	if err := syscall.Mkfifo("pipe.json", 0o600); err != nil {
		t.Skipf("no named pipes: %v", err)
	}
	socket, err := net.Listen("unix", "socket.json")
	if err != nil {
		t.Skipf("no sockets: %v", err)
	}
	defer socket.Close()
	dir, err := filepath.Abs(".")
	if err != nil {
		t.Fatal(err)
	}

	done := make(chan *engine.Result, 1)
	go func() { done <- check(t, dir, ".", "pipe.json", "socket.json") }()
	var r *engine.Result
	select {
	case r = <-done:
	case <-time.After(time.Minute):
		t.Fatal("blocked")
	}
	requireBadFound(t, r)
	for _, name := range []string{"pipe.json", "socket.json"} {
		found := false
		for _, f := range r.Failures {
			found = found || f.Name == name && strings.HasPrefix(f.Err.Error(), "not a regular file")
		}
		if !found {
			t.Errorf("%s is named and can't be read, and no failure says so: %v", name, r.Failures)
		}
	}
}
