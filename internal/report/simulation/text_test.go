package simulation_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/report/simulation"
	"github.com/ecslint/ecslint/internal/terminal"
)

func TestText(t *testing.T) {
	for _, test := range []struct {
		name   string
		report *simulation.Report
		o      simulation.TextOptions
	}{
		{"web-app.txt", webApp(), simulation.TextOptions{Unicode: true, Width: 100}},
		{"web-app-ascii-60.txt", webApp(), simulation.TextOptions{Width: 60}},
		{"web-app-color.txt", webApp(), simulation.TextOptions{Color: true, Unicode: true, Width: 120}},
		{"large.txt", largeFleet(true), simulation.TextOptions{Unicode: true, Width: 80}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var b bytes.Buffer
			instances(t, &b, test.report, test.o)
			golden(t, test.name, b.Bytes())
		})
	}
}

// instances writes what runs where, of all parts of a report.
func instances(t *testing.T, b *bytes.Buffer, r *simulation.Report, o simulation.TextOptions) {
	t.Helper()
	for _, c := range r.Clusters {
		if err := c.WriteInstances(b, o); err != nil {
			t.Fatal(err)
		}
	}
}

// TestTextWidth checks that lines with bars are no wider than the terminal, whatever its width.
func TestTextWidth(t *testing.T) {
	for width := 40; width <= 240; width++ {
		var b bytes.Buffer
		instances(t, &b, webApp(), simulation.TextOptions{Unicode: width%2 == 0, Width: width})
		for line := range strings.Lines(b.String()) {
			line = strings.TrimSuffix(line, "\n")
			line = strings.TrimSuffix(line, "  tcp/80") // stands behind
			if n := terminal.Columns(line); n > width && strings.Contains(line, "[") {
				t.Fatalf("%d of %d columns: %s", n, width, line)
			}
		}
	}
}
