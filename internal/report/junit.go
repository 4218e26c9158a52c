package report

import (
	"bufio"
	"cmp"
	"encoding/xml"
	"fmt"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/rules"
)

// junitReport is a file of test results as CI systems read it:
// https://github.com/testmoapp/junitxml
type junitReport struct {
	XMLName xml.Name `xml:"testsuites"`
	Name    string   `xml:"name,attr"`
	junitCounts
	Suites []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name string `xml:"name,attr"`
	junitCounts
	Cases []junitCase `xml:"testcase"`
}

type junitCounts struct {
	Tests    int `xml:"tests,attr"`
	Failures int `xml:"failures,attr"`
	Errors   int `xml:"errors,attr"`
	Skipped  int `xml:"skipped,attr"`
}

func (c *junitCounts) add(other junitCounts) {
	c.Tests += other.Tests
	c.Failures += other.Failures
	c.Skipped += other.Skipped
}

type junitCase struct {
	Name    string        `xml:"name,attr"`
	Class   string        `xml:"classname,attr"`
	File    string        `xml:"file,attr,omitempty"`
	Line    int           `xml:"line,attr,omitempty"`
	Failure *junitOutcome `xml:"failure"`
	Skipped *junitOutcome `xml:"skipped"`
}

type junitOutcome struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr,omitempty"`
	Text    string `xml:",chardata"`
}

// writeJUnit writes a suite for each file that has findings. Where no file has, one test tells that all is well:
// some readers take a report without tests for a failure.
func writeJUnit(w *bufio.Writer, r *Result, o Options) ([]string, error) {
	report := junitReport{Name: "ecslint"}
	for _, group := range byFile(r.Findings, newPaths(o.SARIFRoot)) {
		suite := junitSuite{Name: group.name}
		for i := range group.findings {
			d := &group.findings[i]
			test, counts := junitTest(d, group.name, cmp.Or(o.FailLevel, rules.Error))
			suite.Cases = append(suite.Cases, test)
			suite.add(counts)
		}
		report.Suites = append(report.Suites, suite)
	}
	if len(report.Suites) == 0 {
		report.Suites = []junitSuite{{
			Name: "ecslint", junitCounts: junitCounts{Tests: 1},
			Cases: []junitCase{{Name: summarize(r).String(), Class: "ecslint"}},
		}}
	}
	for _, suite := range report.Suites {
		report.add(suite.junitCounts)
	}
	return nil, writeXML(w, report)
}

// junitTest makes a test of a finding: one that failed, as the run did by it, or one that was skipped. Its name
// stays the same when lines are added above, so that readers can tell new failures from old ones.
func junitTest(d *diag.Diagnostic, file string, level rules.Severity) (junitCase, junitCounts) {
	at := startOf(d)
	test := junitCase{Name: d.Rule + " " + d.At, Class: file}
	if d.At == "" {
		test.Name = fmt.Sprintf("%s %d:%d", d.Rule, at.Line, at.Column)
	}
	if !d.Range.IsZero() {
		test.File, test.Line = file, at.Line
	}
	outcome := &junitOutcome{
		Message: d.Message,
		Type:    d.Severity.String(),
		Text:    fmt.Sprintf("%s:%d:%d: %s: %s", file, at.Line, at.Column, d.Severity, fullMessage(d)),
	}
	if d.Severity >= level {
		test.Failure = outcome
		return test, junitCounts{Tests: 1, Failures: 1}
	}
	outcome.Message, outcome.Type = outcome.Type+": "+outcome.Message, ""
	test.Skipped = outcome
	return test, junitCounts{Tests: 1, Skipped: 1}
}
