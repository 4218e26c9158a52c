package place_test

import (
	"cmp"
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/place"
	"github.com/ecslint/ecslint/internal/place/placetest"
)

// optima are packing instances with the least number of bins that they need; they are beside the project.
const optima = "../../../shared/bench/vectorpack"

// TestPackingBenchmarks asks of each instance whether it fits into as many bins as are known to be enough, and into one less.
// It takes those of 20 items, or those with ECSLINT_PACKING in their name.
func TestPackingBenchmarks(t *testing.T) {
	file, err := os.Open(filepath.Join(optima, "optima.csv"))
	if err != nil {
		t.Skip("no packing benchmarks beside the project")
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	budget := place.Budget{Nodes: 100_000}
	if n, err := strconv.ParseInt(os.Getenv("ECSLINT_NODES"), 10, 64); err == nil {
		budget.Nodes = n
	}
	count := map[string][3]int{}
	for _, row := range rows[1:] {
		name, set, _ := strings.Cut(row[0], "__")
		class := fmt.Sprintf("%-9s %-6s n=%s", name, strings.SplitN(set, "_", 2)[0], row[1])
		optimum, err := strconv.ParseInt(row[3], 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		if only := cmp.Or(os.Getenv("ECSLINT_PACKING"), "_20_"); !strings.Contains(row[0], only) {
			continue
		}
		t.Run(row[0], func(t *testing.T) {
			c := count[class]
			c[0]++
			for i, bins := range []int64{optimum, optimum - 1} {
				start := time.Now()
				p, err := placetest.Packing(filepath.Join(optima, row[0]), bins)
				if err != nil {
					t.Fatal(err)
				}
				r := place.Decide(context.Background(), p, budget, nil)
				spent := time.Since(start)
				start = time.Now()
				fits := slices.ContainsFunc(r.Proofs, func(c *certificate.Certificate) bool { return shows(t, c) })
				if fits && i == 1 || r.Verdict == place.Never && i == 0 {
					t.Errorf("%d bins: %s %s, the optimum is %d", bins, r.Verdict, r.Reason, optimum)
				}
				if fits || r.Verdict == place.Never {
					c[1+i]++
				}
				t.Logf("%d bins: %s %s (%s) fits=%v %d nodes, %.2fs, checked in %.2fs", bins, r.Verdict, r.Reason, r.Why, fits, r.Nodes, spent.Seconds(), time.Since(start).Seconds())
			}
			count[class] = c
		})
	}
	var lines []string
	for class, c := range count {
		lines = append(lines, fmt.Sprintf("%s: %d instances, fits %d, doesn't fit %d", class, c[0], c[1], c[2]))
	}
	slices.Sort(lines)
	t.Log("\n" + strings.Join(lines, "\n"))
}

// shows checks a certificate, and tells whether it shows that all can be placed.
func shows(t *testing.T, c *certificate.Certificate) bool {
	t.Helper()
	if err := c.Check(); err != nil {
		t.Errorf("certificate %s: %v", c.Kind, err)
	}
	return c.Kind == certificate.KindAssignment || c.Kind == certificate.KindRun && !slices.ContainsFunc(c.Run.Waiting, func(n int64) bool { return n > 0 })
}

// TestManyCopies is of an example of another packing program: few kinds of items with many copies, which need 33 bins.
func TestManyCopies(t *testing.T) {
	const file = "../../../shared/bench/vpsolver/csp.vbp"
	if _, err := os.Stat(file); err != nil {
		t.Skip("no packing benchmarks beside the project")
	}
	for _, bins := range []int64{33, 32} {
		p, err := placetest.Packing(file, bins)
		if err != nil {
			t.Fatal(err)
		}
		r := place.Decide(context.Background(), p, place.Budget{}, nil)
		fits := slices.ContainsFunc(r.Proofs, func(c *certificate.Certificate) bool { return shows(t, c) })
		if fits != (bins == 33) || bins == 32 && r.Reason != place.Impossible {
			t.Errorf("%d bins: %s %s (%s)", bins, r.Verdict, r.Reason, r.Why)
		}
	}
}
