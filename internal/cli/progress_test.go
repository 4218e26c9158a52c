package cli

import (
	"strings"
	"testing"
	"time"

	"github.com/ecslint/ecslint/internal/terminal"
)

func TestProgressLine(t *testing.T) {
	var b strings.Builder
	clock := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	p := newProgressLine(&b, 60)
	p.now = func() time.Time { return clock }
	step := func(after time.Duration, nodes, budget int64, bound string) string {
		clock = clock.Add(after)
		b.Reset()
		p.update("cluster \x1b[31mprod", nodes, budget, bound)
		return b.String()
	}
	for i, test := range []struct {
		after         time.Duration
		nodes, budget int64
		bound, want   string
	}{
		{0, 1, 4_000_000, "", ""},
		{400 * time.Millisecond, 900, 4_000_000, "", ""},
		{100 * time.Millisecond, 950, 4_000_000, "", "\rcluster \ufffd[31mprod: 950 of 4 M states (0 %)\x1b[K"},
		{50 * time.Millisecond, 990, 4_000_000, "", ""},
		{50 * time.Millisecond, 12_345, 4_000_000, "at most 7 placed", "\rcluster \ufffd[31mprod: 12 k of 4 M states (0 %), at most 7 pl..\x1b[K"},
		{time.Second, 3_210_000, 4_000_000, "", "\rcluster \ufffd[31mprod: 3.2 M of 4 M states (80 %)\x1b[K"},
		{time.Second, 5_000_000, 0, "", "\rcluster \ufffd[31mprod: 5 M states\x1b[K"},
	} {
		if got := step(test.after, test.nodes, test.budget, test.bound); got != test.want {
			t.Errorf("%d: %q, want %q", i, got, test.want)
		} else if n := terminal.Columns(strings.TrimSuffix(strings.TrimPrefix(got, "\r"), "\x1b[K")); n > 59 {
			t.Errorf("%d: %d columns", i, n)
		}
	}
	b.Reset()
	p.clear()
	p.clear()
	if got := b.String(); got != "\r\x1b[K" {
		t.Errorf("cleared by %q", got)
	}
}

func TestNoProgressWithoutTerminal(t *testing.T) {
	var b strings.Builder
	clock := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	p := newProgressLine(&b, 0)
	p.now = func() time.Time { return clock }
	for range 5 {
		clock = clock.Add(time.Second)
		p.update("x", 1, 2, "")
	}
	p.clear()
	if b.Len() > 0 {
		t.Errorf("%q", b.String())
	}
}
