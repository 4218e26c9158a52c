package report

import (
	"bufio"
	"fmt"

	"github.com/ecslint/ecslint/rules"
)

// gitlabFinding is an entry of a code quality report:
// https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
type gitlabFinding struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"` // GitLab shows one finding of each
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"` // below the root of the repository
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
}

// gitlabSeverities leave critical and blocker to those who know what a finding costs.
var gitlabSeverities = map[rules.Severity]string{rules.Error: "major", rules.Warning: "minor", rules.Info: "info"}

func writeGitLab(w *bufio.Writer, r *Result, o Options) (warnings []string, err error) {
	p := newPaths(o.SARIFRoot)
	names := fingerprints(r.Findings, p)
	findings := []gitlabFinding{}
	for i := range r.Findings {
		d := &r.Findings[i]
		if d.Range.IsZero() {
			continue
		}
		findings = append(findings, gitlabFinding{
			Description: d.Message,
			CheckName:   d.Rule,
			Fingerprint: names[i],
			Severity:    gitlabSeverities[d.Severity],
			Location:    gitlabLocation{p.of(d.File()).relative, gitlabLines{startOf(d).Line}},
		})
	}
	if left := len(r.Findings) - len(findings); left > 0 {
		warnings = append(warnings, fmt.Sprintf("gitlab: findings that are in no file were left out: %d", left))
	}
	return warnings, encode(w, findings)
}
