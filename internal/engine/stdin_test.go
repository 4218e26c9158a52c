package engine_test

import (
	"context"
	"errors"
	"io"
	"testing"
	"time"

	"github.com/ecslint/ecslint/internal/engine"
)

// TestStdinInterrupted ends a call that waits for a terminal at which nobody types.
func TestStdinInterrupted(t *testing.T) {
	silent, writer := io.Pipe()
	defer writer.Close()
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan *engine.Result, 1)
	go func() { done <- engine.Run(ctx, engine.Options{Dir: t.TempDir(), Paths: []string{"-"}, Stdin: silent}) }()
	cancel()
	select {
	case r := <-done:
		if len(r.Failures) != 1 || !errors.Is(r.Failures[0].Err, context.Canceled) {
			t.Errorf("failures: %v", r.Failures)
		}
	case <-time.After(time.Minute):
		t.Fatal("still waiting")
	}
}

// TestInterrupted reads and checks nothing more once a call is interrupted.
func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	dir := folder(t, map[string]string{"bad.json": bad})
	if r := engine.Run(ctx, engine.Options{Dir: dir, Paths: []string{"."}, Rules: allRules(t)}); len(r.Findings) > 0 || len(r.Failures) > 0 {
		t.Errorf("findings %v, failures %v", r.Findings, r.Failures)
	}
}
