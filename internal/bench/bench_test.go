// Package bench measures whole runs of the program, cold, beside two floors in the same run.
package bench

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"github.com/ecslint/ecslint/internal/rego"
)

const corpus = "../../../shared/corpus/visible"

func BenchmarkCold(b *testing.B) {
	dir := b.TempDir()
	program := build(b, dir, "../../cmd/ecslint")
	linked := build(b, dir, "./testdata/floor_linked")
	parse := build(b, dir, "./testdata/floor_parse")
	file := "testdata/task-definition.json"
	noPolicies := "--disable="
	for _, policy := range rego.Metadata() {
		noPolicies += policy.Name + ","
	}
	noPolicies = strings.TrimSuffix(noPolicies, ",")

	for _, run := range []struct {
		name string
		args []string
	}{
		{"floor-linked", []string{linked}},
		{"floor-parse", []string{parse, file}},
		{"version", []string{program, "version"}},
		{"one-file-without-policies", []string{program, "check", noPolicies, file}},
		{"one-file-with-policies", []string{program, "check", file}},
		{"corpus-without-policies", []string{program, "check", "--exit-zero", noPolicies, corpus}},
		{"corpus-with-policies", []string{program, "check", "--exit-zero", corpus}},
	} {
		b.Run(run.name, func(b *testing.B) {
			if filepath.Dir(run.args[len(run.args)-1]) == filepath.Dir(corpus) {
				if _, err := os.Stat(corpus); err != nil {
					b.Skip("the corpus of real files is not beside the project")
				}
			}
			var peak int64
			for b.Loop() {
				c := exec.Command(run.args[0], run.args[1:]...)
				if out, err := c.CombinedOutput(); err != nil {
					b.Fatalf("%v: %s", err, out)
				}
				if usage, ok := c.ProcessState.SysUsage().(*syscall.Rusage); ok && runtime.GOOS == "linux" {
					peak = max(peak, usage.Maxrss)
				}
			}
			b.ReportMetric(float64(peak)/1024, "peak-MiB")
		})
	}
}

func build(b *testing.B, dir, pkg string) string {
	b.Helper()
	out := filepath.Join(dir, filepath.Base(pkg))
	if msg, err := exec.Command("go", "build", "-ldflags=-s -w", "-o", out, pkg).CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, msg)
	}
	return out
}
