package bench

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"

	"go.yaml.in/yaml/v3"

	"github.com/ecslint/ecslint/internal/catalog"
	"github.com/ecslint/ecslint/internal/engine"
	"github.com/ecslint/ecslint/rules"
)

// BenchmarkTemplates checks many templates on one core, beside only parsing them in the same run.
func BenchmarkTemplates(b *testing.B) {
	withoutPolicies, all := map[string]bool{}, map[string]bool{}
	for _, r := range catalog.All() {
		all[r.Name] = true
		withoutPolicies[r.Name] = r.Engine != rules.Rego
	}
	for _, run := range []struct {
		name  string
		count int
		on    map[string]bool
	}{
		{"1000-only-read", 1_000, map[string]bool{}},
		{"100-without-policies", 100, withoutPolicies},
		{"1000-without-policies", 1_000, withoutPolicies},
		{"10000-without-policies", 10_000, withoutPolicies},
		{"1000-with-policies", 1_000, all},
	} {
		b.Run(run.name, func(b *testing.B) {
			dir, texts := templates(b, run.count)
			var parsing, checking clock
			for b.Loop() {
				parsing.start()
				for _, text := range texts {
					var n yaml.Node
					if err := yaml.Unmarshal(text, &n); err != nil {
						b.Fatal(err)
					}
				}
				parsing.stop()
				checking.start()
				r := engine.Run(b.Context(), engine.Options{Dir: dir, Paths: []string{"."}, Rules: run.on, Jobs: 1, Forget: true})
				checking.stop()
				if len(r.Objects) != 3*run.count || len(r.Failures) > 0 {
					b.Fatalf("%d objects, failures %v", len(r.Objects), r.Failures)
				}
			}
			b.ReportMetric(float64(checking.wall)/float64(parsing.wall), "times-parsing")
			b.ReportMetric(float64(checking.cpu)/float64(parsing.cpu), "times-parsing-CPU")
			b.ReportMetric(float64(checking.wall.Microseconds())/float64(b.N*run.count), "µs/template")
		})
	}
}

// clock adds up time, and that of the process alone: what else the machine does makes the first longer.
type clock struct {
	wall, cpu time.Duration
	begun     time.Time
	cpuBegun  time.Duration
}

func (c *clock) start() { c.begun, c.cpuBegun = time.Now(), cpuTime() }

func (c *clock) stop() {
	c.wall += time.Since(c.begun)
	c.cpu += cpuTime() - c.cpuBegun
}

func cpuTime() time.Duration {
	var usage syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &usage)
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

// BenchmarkTemplatesCold is a call of the program, with all that it has. Run it by itself: the peak of a process begins with
// the size of the one that starts it.
func BenchmarkTemplatesCold(b *testing.B) {
	program := build(b, b.TempDir(), "../../cmd/ecslint")
	for _, count := range []int{100, 1_000, 10_000} {
		b.Run(strconv.Itoa(count), func(b *testing.B) {
			dir, _ := templates(b, count)
			var peak int64
			for b.Loop() {
				c := exec.Command(program, "check", "--exit-zero", "--format", "concise", dir)
				if out, err := c.CombinedOutput(); err != nil {
					b.Fatalf("%v: %s", err, out)
				}
				if usage, ok := c.ProcessState.SysUsage().(*syscall.Rusage); ok {
					peak = max(peak, usage.Maxrss)
				}
			}
			b.ReportMetric(float64(peak)/1024, "peak-MiB")
		})
	}
}

// templates writes so many variants of a template of 150 lines to a folder.
func templates(b *testing.B, count int) (dir string, texts [][]byte) {
	b.Helper()
	text, err := os.ReadFile("testdata/stack.yaml")
	if err != nil {
		b.Fatal(err)
	}
	dir = b.TempDir()
	for i := range count {
		variant := bytes.ReplaceAll(text, []byte("NUMBER"), []byte(strconv.Itoa(i)))
		texts = append(texts, variant)
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("stack-%d.yaml", i)), variant, 0o600); err != nil {
			b.Fatal(err)
		}
	}
	return dir, texts
}
