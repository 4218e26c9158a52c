package report

import (
	"fmt"
	"strings"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/terminal"
	"github.com/ecslint/ecslint/rules"
)

// summary counts what a result holds.
type summary struct {
	Files     int `json:"files"`
	Checked   int `json:"checked"`
	Errors    int `json:"errors"`
	Warnings  int `json:"warnings"`
	Infos     int `json:"infos"`
	Undecided int `json:"undecided"`
	Skipped   int `json:"skipped"`

	Fixable       int `json:"fixable"`       // by --fix
	UnsafeFixable int `json:"unsafeFixable"` // only by --unsafe-fixes
	Fixed         int `json:"fixed"`

	filesWithFindings int
}

func summarize(r *Result) summary {
	s := summary{Files: r.Files, Checked: r.Checked, Undecided: r.Undecided, Skipped: len(r.Skipped), Fixed: r.Fixed}
	files := map[*source.File]bool{}
	for i := range r.Findings {
		switch r.Findings[i].Severity {
		case rules.Error:
			s.Errors++
		case rules.Warning:
			s.Warnings++
		default:
			s.Infos++
		}
		if f := r.Findings[i].FixBy(true); f != nil && f.Safe {
			s.Fixable++
		} else if f != nil {
			s.UnsafeFixable++
		}
		if f := r.Findings[i].File(); f != nil {
			files[f] = true
		}
	}
	s.filesWithFindings = len(files)
	return s
}

// String is one line for people: "1 warning in 1 file (41 objects checked, 2 checks undecided)".
func (s summary) String() string {
	var details []string
	if s.Undecided > 0 {
		details = append(details, terminal.Count(s.Undecided, "check")+" undecided")
	}
	if s.Skipped > 0 {
		details = append(details, terminal.Count(s.Skipped, "file")+" skipped")
	}
	var found []string
	for _, part := range []struct {
		n    int
		noun string
	}{{s.Errors, "error"}, {s.Warnings, "warning"}, {s.Infos, "info"}} {
		if part.n > 0 {
			found = append(found, terminal.Count(part.n, part.noun))
		}
	}
	var head string
	switch {
	case len(found) == 0 && s.Checked == 0:
		head = "nothing to check: no ECS object in " + terminal.Count(s.Files, "file")
	case len(found) == 0:
		head = "no findings in " + terminal.Count(s.Files, "file")
	case s.filesWithFindings == 0:
		head = strings.Join(found, ", ")
	default:
		head = strings.Join(found, ", ") + " in " + terminal.Count(s.filesWithFindings, "file")
	}
	if s.Checked > 0 || len(found) > 0 {
		details = append([]string{terminal.Count(s.Checked, "object") + " checked"}, details...)
	}
	if len(details) > 0 {
		head = fmt.Sprintf("%s (%s)", head, strings.Join(details, ", "))
	}
	return head + s.fixes()
}

// fixes is "; 2 fixable with `--fix`, 1 more with `--unsafe-fixes`".
func (s summary) fixes() string {
	text := ""
	if s.Fixed > 0 {
		text = fmt.Sprintf("; %d fixed", s.Fixed)
	}
	switch {
	case s.Fixable > 0 && s.UnsafeFixable > 0:
		return text + fmt.Sprintf("; %d fixable with `--fix`, %d more with `--unsafe-fixes`", s.Fixable, s.UnsafeFixable)
	case s.Fixable > 0:
		return text + fmt.Sprintf("; %d fixable with `--fix`", s.Fixable)
	case s.UnsafeFixable > 0:
		return text + fmt.Sprintf("; %d fixable with `--fix --unsafe-fixes`", s.UnsafeFixable)
	}
	return text
}
