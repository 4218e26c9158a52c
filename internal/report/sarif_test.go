package report_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tidwall/gjson"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/report"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/rules"
)

func TestSARIFRulesAreActiveRules(t *testing.T) {
	r := everything()
	r.Findings = append(r.Findings, finding(source.Range{File: r.Findings[0].File()}, "of a rule that isn't listed"))
	out, _ := write(t, "sarif", r, report.Options{})
	var ids []string
	for _, rule := range gjson.Get(out, "runs.0.tool.driver.rules.#.id").Array() {
		ids = append(ids, rule.String())
	}
	want := "example-platform example-rule example-secret example-tag example-text example-unused"
	if got := strings.Join(ids, " "); got != want {
		t.Errorf("rules %s, want %s", got, want)
	}
	for _, result := range gjson.Get(out, "runs.0.results").Array() {
		if id := result.Get("ruleId").String(); ids[result.Get("ruleIndex").Int()] != id {
			t.Errorf("ruleIndex %d is not that of %s", result.Get("ruleIndex").Int(), id)
		}
	}
	if len(r.Rules) != 5 {
		t.Error("the caller's rules were changed")
	}
}

func TestSARIFHelpIsThePage(t *testing.T) {
	rule := &rules.Rule{Name: "syntax-error", Title: "The text can't be read", Severity: rules.Error}
	out, _ := write(t, "sarif", &report.Result{Rules: []*rules.Rule{rule}}, report.Options{})
	if got := gjson.Get(out, "runs.0.tool.driver.rules.0.help.markdown").String(); !strings.HasSuffix(got, rules.Body("syntax-error")) {
		t.Errorf("help is %q", got)
	}
	if got := gjson.Get(out, "runs.0.tool.driver.rules.0.helpUri").String(); got != rule.URL() {
		t.Errorf("helpUri is %q", got)
	}
}

func TestSARIFLimit(t *testing.T) {
	r := manyFindings(5003) // a third each of infos, warnings and errors
	out, warnings := write(t, "sarif", r, report.Options{})
	levels := gjson.Get(out, "runs.0.results.#.level").Array()
	if len(levels) != 5000 {
		t.Errorf("%d results", len(levels))
	}
	if first, last := levels[0].String(), levels[4999].String(); first != "error" || last != "note" {
		t.Errorf("results from %s to %s", first, last)
	}
	want := "sarif: GitHub shows no more than 5000 findings: the 3 least severe were left out"
	if len(warnings) != 1 || warnings[0] != want {
		t.Errorf("warnings %q", warnings)
	}
}

func TestSARIFWithoutPlace(t *testing.T) {
	out, warnings := write(t, "sarif", result(finding(source.Range{}, "in no file")), report.Options{})
	if n := gjson.Get(out, "runs.0.results.#").Int(); n != 0 {
		t.Errorf("%d results: GitHub refuses the file when one has no location", n)
	}
	if got := gjson.Get(out, "runs.0.invocations.0.toolExecutionNotifications.0.message.text").String(); got != "in no file." {
		t.Errorf("notification %q", got)
	}
	if len(warnings) != 1 {
		t.Errorf("warnings %q", warnings)
	}
}

// TestSARIFLineHash: it is there for every line, but where a secret could be guessed from it.
func TestSARIFLineHash(t *testing.T) {
	f := file("a.json", "{\n"+strings.Repeat(" \"a\": \"0123456789\",\n", 9)+"\"key\": \"hunter2\",\n\"b\": 1\n}\n")
	f.Mask(at(f, "hunter2"))
	var findings []diag.Diagnostic
	for line := 1; line <= f.Lines(); line++ {
		findings = append(findings, finding(f.LineRange(line), "m"))
	}
	out, _ := write(t, "sarif", result(findings...), report.Options{})
	hashed := ""
	for _, result := range gjson.Get(out, "runs.0.results").Array() {
		if result.Get("partialFingerprints.primaryLocationLineHash").Exists() {
			hashed += result.Get("locations.0.physicalLocation.region.startLine").String() + " "
		}
	}
	if want := "1 2 3 4 5 12 13 14 "; hashed != want { // 100 units from line 6 on reach into line 11
		t.Errorf("lines with a hash: %s, want %s", hashed, want)
	}
}

func TestSARIFPaths(t *testing.T) {
	const location = "runs.0.results.0.locations.0.physicalLocation.artifactLocation."
	tests := []struct{ name, path, root, uri, base string }{
		{"a.json", "/repo/a.json", "/repo", "a.json", "%SRCROOT%"},
		{"../x/a.json", "/repo/x/a.json", "/repo", "x/a.json", "%SRCROOT%"}, // run from a subfolder
		{"./x/../a b#%.json", "", "", "a%20b%23%25.json", "%SRCROOT%"},
		{"é/c:d?.json", "/repo/é/c:d?.json", "/repo/", "%C3%A9/c%3Ad%3F.json", "%SRCROOT%"},
		{"..a.json", "/repo/..a.json", "/repo", "..a.json", "%SRCROOT%"},
		{"../out.json", "/out.json", "/repo", "file:///out.json", ""},
		{"/tmp/x y.json", "/tmp/x y.json", "", "file:///tmp/x%20y.json", ""},
		{"stdin.json", "", "/repo", "stdin.json", "%SRCROOT%"},
	}
	for _, test := range tests {
		f := source.NewFile(test.name, test.path, []byte("{}"))
		out, _ := write(t, "sarif", result(finding(f.Whole(), "m")), report.Options{SARIFRoot: test.root})
		uri, base := gjson.Get(out, location+"uri").String(), gjson.Get(out, location+"uriBaseId").String()
		if uri != test.uri || base != test.base {
			t.Errorf("%s in %q: uri %q base %q, want %q %q", test.path, test.root, uri, base, test.uri, test.base)
		}
	}
}

func TestSARIFFollowsLinks(t *testing.T) {
	dir := t.TempDir()
	target := filepath.Join(dir, "real")
	if err := os.MkdirAll(target, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(target, "a.json"), []byte("{}"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(target, filepath.Join(dir, "link")); err != nil {
		t.Skip("no symbolic links here: ", err)
	}
	f := source.NewFile("link/a.json", filepath.Join(dir, "link", "a.json"), []byte("{}"))
	out, _ := write(t, "github", result(finding(f.Whole(), "m")), report.Options{SARIFRoot: dir})
	if !strings.HasPrefix(out, "::warning file=real/a.json,") {
		t.Errorf("not the target's name: %s", out)
	}
}

// TestFingerprints: they stay when lines move and words change, and no two are equal.
func TestFingerprints(t *testing.T) {
	of := func(text, message string) []string {
		f := file("a.json", text)
		var findings []diag.Diagnostic
		for range 2 {
			d := finding(at(f, "1"), message)
			d.Object, d.At = "service web", "desiredCount"
			findings = append(findings, d)
		}
		other := finding(at(f, "1"), message)
		other.Object, other.At = "service db", "desiredCount"
		out, _ := write(t, "json", result(append(findings, other)...), report.Options{})
		var prints []string
		for _, p := range gjson.Get(out, "findings.#.fingerprint").Array() {
			prints = append(prints, p.String())
		}
		return prints
	}
	before, after := of(`{"a": 1}`, "old words"), of("{\n\n\"a\":\n1}", "new words")
	if fmt.Sprint(before) != fmt.Sprint(after) {
		t.Errorf("%v became %v", before, after)
	}
	if before[0] == before[1] || before[1] == before[2] || before[0] == before[2] {
		t.Errorf("two are equal: %v", before)
	}
}

func TestGitHubEscapes(t *testing.T) {
	f := source.NewFile("a,b:c%.json", "", []byte("{\n}"))
	d := finding(source.Range{File: f, Start: 0, End: 1}, "100%: a, b\n::error::forged")
	out, _ := write(t, "github", result(d, finding(source.Range{}, "no file")), report.Options{})
	want := "::warning title=ecslint (example-rule)::no file\n" +
		"::warning file=a%2Cb%3Ac%25.json,line=1,endLine=1,col=1,endColumn=2,title=ecslint (example-rule)::100%25: a, b%0A::error::forged\n"
	if out != want {
		t.Errorf("got\n%swant\n%s", out, want)
	}
}
