package report_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/report"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/rules"
)

func BenchmarkText(b *testing.B)  { benchmark(b, "text", manyFindings(1000)) }
func BenchmarkSARIF(b *testing.B) { benchmark(b, "sarif", manyFindings(1000)) }

// BenchmarkOneLine reports 1,000 findings in one line of 300 kB.
func BenchmarkOneLine(b *testing.B) {
	f := file("one.json", strings.Repeat(`{"image":"nginx:latest"},`, 12_000))
	var findings []diag.Diagnostic
	for i := range 1000 {
		findings = append(findings, finding(source.Range{File: f, Start: i*300 + 9, End: i*300 + 23}, "a mutable tag"))
	}
	benchmark(b, "text", result(findings...))
}

// benchmark writes a report again and again.
func benchmark(b *testing.B, format string, r *report.Result) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := report.Write(discard{}, format, r, report.Options{SARIFRoot: "/repo"}); err != nil {
			b.Fatal(err)
		}
	}
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }

// manyFindings are n findings of changing severity, 20 in each file of 42 lines.
func manyFindings(n int) *report.Result {
	var findings []diag.Diagnostic
	for i := 0; i < n; {
		f := file(fmt.Sprintf("task%04d.json", i/20), "{\n"+strings.Repeat("  \"image\": \"nginx:latest\",\n", 40)+"}\n")
		for line := 0; line < 20 && i < n; line, i = line+1, i+1 {
			r := f.LineRange(line*2 + 2)
			d := finding(source.Range{File: f, Start: r.Start + 11, End: r.End - 1}, "the image has a mutable tag")
			d.Severity, d.At, d.Help = rules.Severity(i%3+1), fmt.Sprintf("containerDefinitions[%d].image", line), "pin a digest"
			findings = append(findings, d)
		}
	}
	return &report.Result{Findings: sorted(findings...), Files: n / 20, Checked: n / 20}
}
