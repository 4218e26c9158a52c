package report

import (
	"bufio"
	"encoding/json"
	"io"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/rules"
)

// jsonReport is a promise to other programs; schemas/report.json describes it. Strings and lists are always there,
// a file and a range only where there is a place.
type jsonReport struct {
	Version   int             `json:"version"` // of this shape
	Tool      jsonTool        `json:"tool"`
	Findings  []jsonFinding   `json:"findings"`
	Undecided []jsonUndecided `json:"undecided,omitempty"`
	Skipped   []jsonSkipped   `json:"skipped"`
	Summary   summary         `json:"summary"`
}

type jsonTool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

type jsonFinding struct {
	Rule     string         `json:"rule"`
	Severity rules.Severity `json:"severity"`
	Message  string         `json:"message"`
	jsonPlace
	Object      string        `json:"object"`
	At          string        `json:"at"`
	Help        string        `json:"help"`
	Notes       []string      `json:"notes"`
	Related     []jsonRelated `json:"related"`
	Fixes       []jsonFix     `json:"fixes"`
	URL         string        `json:"url"`
	Fingerprint string        `json:"fingerprint"`
}

type jsonPlace struct {
	File  string  `json:"file,omitempty"`
	Range *region `json:"range,omitempty"`
}

type jsonRelated struct {
	jsonPlace
	Message string `json:"message"`
}

type jsonUndecided struct {
	Rule string `json:"rule"`
	jsonPlace
	Object string `json:"object"`
	At     string `json:"at"`
}

type jsonSkipped struct {
	File   string `json:"file"`
	Reason string `json:"reason"`
}

func writeJSON(w *bufio.Writer, r *Result, o Options) ([]string, error) {
	report := jsonReport{
		Version:  1,
		Tool:     jsonTool{"ecslint", r.Version},
		Findings: jsonFindings(r, o),
		Skipped:  []jsonSkipped{},
		Summary:  summarize(r),
	}
	for _, s := range r.Skipped {
		report.Skipped = append(report.Skipped, jsonSkipped{s.Name, s.Reason})
	}
	if o.ShowUndecided {
		for _, u := range r.UndecidedPlaces {
			report.Undecided = append(report.Undecided, jsonUndecided{u.Rule, placeOf(u.Range), u.Object, u.At})
		}
	}
	return nil, encode(w, report)
}

func jsonFindings(r *Result, o Options) []jsonFinding {
	names := fingerprints(r.Findings, newPaths(o.SARIFRoot))
	findings := make([]jsonFinding, 0, len(r.Findings))
	for i := range r.Findings {
		d := &r.Findings[i]
		f := jsonFinding{
			Rule: d.Rule, Severity: d.Severity, Message: d.Message, jsonPlace: placeOf(d.Range),
			Object: d.Object, At: d.At, Help: d.Help, Notes: append([]string{}, d.Notes...), Related: []jsonRelated{},
			Fixes: jsonFixes(d), URL: pageURL(d.Rule), Fingerprint: names[i],
		}
		for _, related := range d.Related {
			f.Related = append(f.Related, jsonRelated{placeOf(related.Range), related.Message})
		}
		findings = append(findings, f)
	}
	return findings
}

func placeOf(r source.Range) jsonPlace {
	if r.IsZero() {
		return jsonPlace{}
	}
	g := regionOf(r)
	return jsonPlace{r.File.Name, &g}
}

// encode writes v as indented JSON that keeps < > & readable.
func encode(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
