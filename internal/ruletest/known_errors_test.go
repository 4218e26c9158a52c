package ruletest

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/ecslint/ecslint/internal/catalog"
)

const knownErrorsFile = "../../../shared/facts/errors.tsv"

// openErrors are texts of the table beside the project that no rule and no section tells, with the reason.
var openErrors = map[string]string{
	"Container dependsOn contains a cycle":                                                                                                  "invalid-depends-on prevents it; the text is that of an emulator, and no rule quotes one",
	"Granular start timeout on container 'x' must be at least 2 seconds.":                                                                   "timeout-out-of-range prevents it; the text is that of an emulator, and no rule quotes one",
	"Granular stop timeout on container 'x' must be at least 2 seconds.":                                                                    "timeout-out-of-range prevents it; the text is that of an emulator, and no rule quotes one",
	"(none: silently registers an empty environment)":                                                                                       "environment-lost warns of it; AWS says nothing",
	"Health check grace period is only valid for services configured to use load balancers":                                                 "AWS takes it since 2025: container health checks use it too",
	"(PlatformTaskDefinitionIncompatibilityException) One or more of the requested capabilities are not supported.":                         "came of platform versions before 1.4.0, which are retired: retired-platform-version warns of them",
	"(PlatformTaskDefinitionIncompatibilityException) The specified platform does not satisfy the task definition's required capabilities.": "came of platform versions before 1.4.0, which are retired: retired-platform-version warns of them",
	"Specify either Launch Type or Capacity Provider Strategy, but not both.":                                                               "launch-type-with-capacity-providers prevents it; the text is that of an emulator, and no rule quotes one",
	"The SERVICE option is not supported when running a task. / Invalid value for propagateTags":                                            "propagate-tags-from-service prevents it; the text is that of an emulator, and no rule quotes one",
	"Invalid revision number. Number: x":                                                                                                    "the text is that of an emulator, and no rule quotes one",
	"validate-ecs-containers-nonprivileged ... (406)":                                                                                       "a proxy in front of AWS says it, not AWS",
}

// TestKnownErrors goes through the table of known errors that lies beside the project, row by row: each is found by "explain", and
// tells either rules, each with a case that proves the text, or the section that says why no file shows it.
func TestKnownErrors(t *testing.T) {
	table, err := os.ReadFile(knownErrorsFile)
	if err != nil {
		t.Skip("no table of known errors beside the project")
	}
	counts := map[string]int{}
	row := 0
	for line := range strings.Lines(string(table)) {
		row++
		columns := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(columns) < 3 {
			t.Fatalf("row %d has %d columns", row, len(columns))
		}
		what, told := whatTells(t, columns[1])
		reason := openErrors[columns[1]]
		switch {
		case what == "" && reason == "":
			t.Errorf("row %d: nothing tells %q (%s)", row, columns[1], columns[2])
		case what != "" && reason != "":
			t.Logf("row %d isn't open any more: its reason can go", row)
		}
		what = cmp.Or(what, "open")
		counts[what]++
		t.Logf("%d | %s | %s | %s", row, columns[1], what, cmp.Or(told, reason))
	}
	t.Logf("%d rows: %v", row, counts)
}

// whatTells is how a text is told, and by which cases and sections; "" where it isn't.
func whatTells(t *testing.T, text string) (what, told string) {
	found, sure := catalog.ByAWSError(text)
	if !sure { // a few words are too few for "explain", but may be the beginning of a known text
		found = slices.DeleteFunc(slices.Clone(catalog.AWSErrors()), func(e *catalog.AWSError) bool { return !strings.HasPrefix(e.Text, text) })
	}
	if len(found) == 0 {
		return "", ""
	}
	var by []string
	rules, sections := false, false
	for _, e := range found {
		for _, r := range e.Rules {
			rules = true
			by = append(by, r.Name+"/"+caseOf(t, r.Name, e.Text))
		}
		for _, c := range e.Cases {
			sections = true
			by = append(by, "not decidable: "+c.Title)
		}
	}
	switch {
	case rules && sections:
		what = "proved, but for causes that no file shows"
	case rules:
		what = "proved"
	default:
		what = "not decidable"
	}
	return what, strings.Join(by, ", ")
}

// caseOf is the bad case that quotes a text, whose place in the catalogue may be that of another spelling of it.
func caseOf(t *testing.T, rule, text string) string {
	t.Helper()
	archive, err := txtar.ParseFile(filepath.Join(casesFolder, rule+".txtar"))
	if err != nil {
		return "a rule of the program"
	}
	first := ""
	for _, f := range archive.Files {
		name, file, _ := strings.Cut(f.Name, "/")
		if file != "aws" {
			continue
		}
		first = cmp.Or(first, name)
		if strings.TrimSpace(string(f.Data)) == text {
			return name
		}
	}
	if first == "" {
		t.Errorf("%s has no case that quotes %q", rule, text)
	}
	return first
}
