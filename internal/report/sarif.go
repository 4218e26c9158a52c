package report

import (
	"bufio"
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/owenrumney/go-sarif/v2/sarif"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/rules"
)

const (
	homepage = "https://github.com/ecslint/ecslint"

	// srcRoot is the name of the repository's root that GitHub knows.
	srcRoot = "%SRCROOT%"

	// maxResults is how many results of a run GitHub shows:
	// https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
	maxResults = 5000
)

// writeSARIF writes SARIF 2.1.0 as GitHub's code scanning wants it.
func writeSARIF(w *bufio.Writer, r *Result, o Options) ([]string, error) {
	log, err := sarif.New(sarif.Version210)
	if err != nil {
		return nil, err
	}
	run, warnings := sarifRun(r, o)
	log.AddRun(run)
	return warnings, encode(w, log)
}

func sarifRun(r *Result, o Options) (*sarif.Run, []string) {
	active := withRulesOf(r.Findings, r.Rules)
	driver := sarif.NewVersionedDriver("ecslint", cmp.Or(r.Version, "0.0.0")).WithInformationURI(homepage).
		WithSemanticVersion(semanticVersion(r.Version))
	for _, rule := range active {
		driver.Rules = append(driver.Rules, sarifRule(rule))
	}
	run := sarif.NewRun(*sarif.NewTool(driver))
	run.WithColumnKind("unicodeCodePoints")
	run.WithAutomationDetails(sarif.NewRunAutomationDetails().WithID("ecslint/"))

	files := newPaths(o.SARIFRoot)
	run.WithOriginalUriBaseIds(map[string]*sarif.ArtifactLocation{srcRoot: rootLocation(files.root)})

	placed, unplaced := split(r.Findings)
	var warnings []string
	if len(unplaced) > 0 {
		run.Invocations = append(run.Invocations, notifications(r.Findings, unplaced))
		warnings = append(warnings, fmt.Sprintf("sarif: findings that are in no file are notifications there, "+
			"which GitHub doesn't show: %d", len(unplaced)))
	}
	results := newResults(files, active)
	names := fingerprints(r.Findings, files)
	for _, i := range placed[:min(len(placed), maxResults)] {
		run.Results = append(run.Results, results.of(&r.Findings[i], names[i]))
	}
	if left := len(placed) - maxResults; left > 0 {
		warnings = append(warnings, fmt.Sprintf("sarif: GitHub shows no more than %d findings: "+
			"the %d least severe were left out", maxResults, left))
	}
	return run, warnings
}

func rootLocation(root string) *sarif.ArtifactLocation {
	location := sarif.NewArtifactLocation().WithDescriptionText("The root of the repository.")
	if root != "" {
		location.WithUri(strings.TrimSuffix(fileURI(root), "/") + "/")
	}
	return location
}

// withRulesOf adds the rules of findings that are not among the active ones: a result whose rule isn't described
// makes the whole file invalid.
func withRulesOf(findings []diag.Diagnostic, active []*rules.Rule) []*rules.Rule {
	all := slices.Clone(active)
	known := map[string]bool{}
	for _, rule := range all {
		known[rule.Name] = true
	}
	for i := range findings {
		d := &findings[i]
		if !known[d.Rule] {
			known[d.Rule] = true
			all = append(all, &rules.Rule{Name: d.Rule, Title: d.Rule, Severity: d.Severity})
		}
	}
	slices.SortFunc(all, func(a, b *rules.Rule) int { return strings.Compare(a.Name, b.Name) })
	return all
}

// split parts the findings that are in a file, the most severe first, from the others. It gives their indexes.
func split(findings []diag.Diagnostic) (placed, unplaced []int) {
	for i := range findings {
		if findings[i].Range.IsZero() {
			unplaced = append(unplaced, i)
		} else {
			placed = append(placed, i)
		}
	}
	slices.SortStableFunc(placed, func(a, b int) int { return cmp.Compare(findings[b].Severity, findings[a].Severity) })
	return placed, unplaced
}

func notifications(findings []diag.Diagnostic, which []int) *sarif.Invocation {
	succeeded := true
	invocation := &sarif.Invocation{ExecutionSuccessful: &succeeded}
	for _, i := range which {
		d := &findings[i]
		invocation.ToolExecutionNotifications = append(invocation.ToolExecutionNotifications, &sarif.Notification{
			AssociatedRule: sarif.NewReportingDescriptorReference().WithId(d.Rule),
			Level:          levels[d.Severity],
			Message:        sarif.NewTextMessage(sentence(d.Message)),
		})
	}
	return invocation
}

var semver = regexp.MustCompile(`^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$`)

func semanticVersion(version string) string {
	if v := strings.TrimPrefix(version, "v"); semver.MatchString(v) {
		return v
	}
	return "0.0.0"
}
