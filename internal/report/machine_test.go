package report_test

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/report"
	"github.com/ecslint/ecslint/rules"
)

// element is any element of a document.
type element struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Children []element  `xml:",any"`
}

func (e element) attr(name string) string {
	for _, a := range e.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// count counts elements of a name.
func (e element) count(name string) (n int) {
	if e.XMLName.Local == name {
		n++
	}
	for _, child := range e.Children {
		n += child.count(name)
	}
	return n
}

func parseXML(t *testing.T, text string) element {
	t.Helper()
	var root element
	if err := xml.Unmarshal([]byte(text), &root); err != nil {
		t.Fatalf("not well-formed: %v\n%s", err, text)
	}
	return root
}

// nasty is a result whose texts hold what the formats have to escape, and a finding that is in no file.
func nasty() *report.Result {
	const text = "a\x00\x1b[31m]]> & <b> \"'\xff\r\n\n| `x` \u202e@all"
	f := file("odd <&\"'\x01.json", text)
	return result(
		diag.Diagnostic{Rule: "one", Severity: rules.Error, Message: text, Range: at(f, "a"), Help: text, Notes: []string{text}, At: text},
		diag.Diagnostic{Rule: "one", Severity: rules.Error, Message: text, Range: at(f, "a"), At: text},
		diag.Diagnostic{Rule: "two", Severity: rules.Warning, Message: text},
	)
}

func TestXMLIsWellFormed(t *testing.T) {
	for name, r := range map[string]*report.Result{"everything": everything(), "nasty": nasty(), "nothing": {}} {
		for _, format := range []string{"junit", "checkstyle"} {
			text, _ := write(t, format, r, report.Options{})
			root := parseXML(t, text)
			found := root.count("error") + root.count("failure") + root.count("skipped")
			if found != len(r.Findings) {
				t.Errorf("%s: %s holds %d of %d findings", name, format, found, len(r.Findings))
			}
			if strings.ContainsAny(text, "\x00\x01\x1b") {
				t.Errorf("%s: control characters in %s", name, format)
			}
		}
	}
}

func TestJUnitFailsAsTheRunDoes(t *testing.T) {
	for level, want := range map[rules.Severity]int{0: 3, rules.Error: 3, rules.Warning: 4, rules.Info: 5} {
		text, _ := write(t, "junit", everything(), report.Options{FailLevel: level})
		root := parseXML(t, text)
		if got := root.count("failure"); got != want || root.attr("failures") != fmt.Sprint(want) || root.attr("tests") != "5" {
			t.Errorf("level %q: %d failures, attributes %v", level, got, root.Attrs)
		}
		sums := map[string]int{}
		for _, suite := range root.Children {
			for _, name := range []string{"tests", "failures", "skipped"} {
				var n int
				if _, err := fmt.Sscan(suite.attr(name), &n); err != nil {
					t.Fatal(err)
				}
				sums[name] += n
			}
			if got := fmt.Sprint(suite.count("testcase")); got != suite.attr("tests") {
				t.Errorf("%s tests in a suite that says %s", got, suite.attr("tests"))
			}
		}
		for name, sum := range sums {
			if root.attr(name) != fmt.Sprint(sum) {
				t.Errorf("%s: %s in all, %d in the suites", name, root.attr(name), sum)
			}
		}
	}
}

func TestGitLabFingerprintsAreUnique(t *testing.T) {
	text, warnings := write(t, "gitlab", nasty(), report.Options{})
	var list []struct{ Fingerprint string }
	if err := json.Unmarshal([]byte(text), &list); err != nil {
		t.Fatal(err)
	}
	if len(list) != 2 || list[0].Fingerprint == list[1].Fingerprint {
		t.Errorf("findings: %v", list)
	}
	if want := "gitlab: findings that are in no file were left out: 1"; len(warnings) != 1 || warnings[0] != want {
		t.Errorf("warnings: %q", warnings)
	}
}

func TestSummaryIsOneTable(t *testing.T) {
	text, _ := write(t, "summary", nasty(), report.Options{})
	table := text[strings.Index(text, "<table>"):strings.Index(text, "</table>")]
	if strings.Contains(table, "\n\n") || strings.Contains(table, "<b>") || strings.ContainsAny(table, "\x00\x1b\u202e") {
		t.Errorf("the table breaks:\n%q", table)
	}
	if rows := strings.Count(table, "<tr>"); rows != 1+len(nasty().Findings) {
		t.Errorf("%d rows", rows)
	}
}

func TestSummaryOfTooMany(t *testing.T) {
	f := file("a.json", "{}")
	var many []diag.Diagnostic
	for range 250 {
		many = append(many, finding(at(f, "{}"), "warned"))
	}
	last := finding(at(f, "}"), "broken")
	last.Severity = rules.Error
	text, _ := write(t, "summary", result(append(many, last)...), report.Options{})
	if !strings.HasSuffix(text, "</table>\n\nThese are the 100 most severe of 251.\n") || strings.Count(text, "<tr>") != 101 {
		t.Errorf("summary:\n%s", text)
	}
	if !strings.Contains(text, "</th></tr>\n<tr><td>error</td>") {
		t.Error("the error doesn't stand first")
	}
}
