package report

import (
	"bufio"
	"encoding/xml"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/source"
)

// fileFindings are the findings in one file, in their order.
type fileFindings struct {
	name     string // below the root; this program's name for what is in no file
	findings []diag.Diagnostic
}

// byFile groups findings, which are in the order of diag.Sort.
func byFile(findings []diag.Diagnostic, p *paths) []fileFindings {
	var groups []fileFindings
	var last *source.File
	for i := range findings {
		f := findings[i].File()
		if i == 0 || f != last {
			groups = append(groups, fileFindings{name: nameOf(f, p)})
			last = f
		}
		g := &groups[len(groups)-1]
		g.findings = append(g.findings, findings[i])
	}
	return groups
}

func nameOf(f *source.File, p *paths) string {
	if f == nil {
		return "ecslint"
	}
	return p.of(f).relative
}

// startOf is where a finding begins; line and column 1 of what is in no file.
func startOf(d *diag.Diagnostic) position {
	if d.Range.IsZero() {
		return position{1, 1}
	}
	return regionOf(d.Range).Start
}

// writeXML writes v, whose texts may hold anything: what XML can't, becomes U+FFFD.
func writeXML(w *bufio.Writer, v any) error {
	if _, err := w.WriteString(xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	if err := e.Encode(v); err != nil {
		return err
	}
	return w.WriteByte('\n')
}
