package place_test

import (
	"context"
	"math/rand"
	"os"
	"runtime"
	"strconv"
	"testing"
	"time"

	"github.com/ecslint/ecslint/internal/place"
	"github.com/ecslint/ecslint/internal/place/placetest"
)

// TestSmallClusters measures how many clusters of a few services are decided.
func TestSmallClusters(t *testing.T) {
	verdicts, slow, decided := map[string]int{}, time.Duration(0), 0
	cases := many(t, 10)
	for seed := range cases {
		r := rand.New(rand.NewSource(int64(seed)))
		services := 3 + r.Intn(10)
		p := placetest.Cluster(r, services, int64(services*6), int64(6+r.Intn(15)), 1+r.Intn(4), 0.7+0.35*r.Float64())
		start := time.Now()
		got := place.Decide(context.Background(), p, place.Budget{}, nil)
		spent := time.Since(start)
		slow = max(slow, spent)
		verdicts[string(got.Verdict)+" "+string(got.Reason)+": "+got.Why]++
		if got.Verdict != place.Unproven && spent < 2*time.Second {
			decided++
		}
		for _, c := range got.Proofs {
			if err := c.Check(); err != nil {
				t.Errorf("seed %d: %s: %v", seed, c.Kind, err)
			}
		}
		if spent > 3*time.Second || got.Verdict == place.Unproven {
			t.Log(seed, got.Verdict, got.Why, got.Bound, got.Nodes, spent)
		}
	}
	t.Logf("%d clusters, %d decided, the slowest in %.1fs: %v", cases, decided, slow.Seconds(), verdicts)
}

// TestGrowth measures clusters of 10 to 1,000 instances, with five times as many tasks.
func TestGrowth(t *testing.T) {
	sizes := []int64{10, 100}
	if n, err := strconv.ParseInt(os.Getenv("ECSLINT_INSTANCES"), 10, 64); err == nil {
		sizes = []int64{10, 30, 100, 300, n}
	}
	for _, n := range sizes {
		for _, fill := range []float64{0.8, 0.97, 1.05} {
			r := rand.New(rand.NewSource(n))
			p := placetest.Cluster(r, max(4, int(n/5)), 5*n, n, 8, fill)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			got := place.Decide(context.Background(), p, place.Budget{}, nil)
			spent := time.Since(start)
			runtime.ReadMemStats(&after)
			var tasks int64
			for _, typ := range p.Types {
				tasks += typ.Count
			}
			start = time.Now()
			for _, c := range got.Proofs {
				if err := c.Check(); err != nil {
					t.Errorf("%d instances: %s: %v", n, c.Kind, err)
				}
			}
			t.Logf("%4d instances, %3d services, %5d tasks, fill %.2f: %s %s (%s) in %.2fs, checked in %.2fs, %d nodes, %d MB allocated, heap %d MB", n, len(p.Types), tasks, fill, got.Verdict, got.Reason, got.Why,
				spent.Seconds(), time.Since(start).Seconds(), got.Nodes, (after.TotalAlloc-before.TotalAlloc)>>20, after.HeapSys>>20)
		}
	}
}

// TestLargeDeployments measures rolling deployments of a service beside many others, one more task than desired at a time.
func TestLargeDeployments(t *testing.T) {
	verdicts, instances := map[string]int{}, int64(50)
	if n, err := strconv.ParseInt(os.Getenv("ECSLINT_INSTANCES"), 10, 64); err == nil {
		instances = n
	}
	for seed := range many(t, 3) {
		p := placetest.Cluster(rand.New(rand.NewSource(int64(seed))), int(instances/10), 5*instances, instances, 8, 0.8)
		young := p.Types[0]
		young.Name, young.Count = "new revision", 0
		p.Types = append(p.Types, young)
		start := time.Now()
		got := place.Deploy(context.Background(), &place.Deployment{Problem: p, New: len(p.Types) - 1, MinimumHealthyPercent: 100, MaximumPercent: 200}, place.Budget{}, nil)
		verdicts[string(got.Verdict)+": "+got.Why]++
		for _, c := range got.Proofs {
			if err := c.Check(); err != nil {
				t.Errorf("seed %d: %s: %v", seed, c.Kind, err)
			}
		}
		t.Log(seed, got.Verdict, got.Why, got.Nodes, time.Since(start))
	}
	t.Log(verdicts)
}
