// Package report writes the findings of a run in the formats that people and other programs read.
package report

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/rules"
)

// Result is what a run found.
type Result struct {
	Findings        []diag.Diagnostic // in the order of diag.Sort
	Files           int               // files that were looked at
	Checked         int               // objects that rules were run on
	Fixed           int               // findings that were fixed, and aren't in Findings any more
	Undecided       int               // checks that gave no answer because a value is unknown
	UndecidedPlaces []UndecidedPlace  // where that was; shown with Options.ShowUndecided
	Skipped         []SkippedFile     // files that were named or found, and not looked at
	Rules           []*rules.Rule     // the active ones, sorted by name
	Version         string            // of this program, as in 0.1.0
}

// UndecidedPlace is a place where a rule could not decide.
type UndecidedPlace struct {
	Rule   string
	Range  source.Range
	Object string // the object's label
	At     string // place within the object
}

// SkippedFile is a file that was not looked at, and why.
type SkippedFile struct {
	Name   string // as shown to the user
	Reason string // a clause, as in "larger than 10 MB"
}

// Options say how a report is written. The zero value is right for a file.
type Options struct {
	Color         bool   // text: colours for a terminal
	Links         bool   // text: rule names are links (OSC 8)
	Width         int    // text: columns of the terminal; 0 where that isn't known
	SARIFRoot     string // absolute folder that paths in reports for other programs are relative to; "" takes names as they are
	Quiet         bool   // text: findings only, no summary
	ShowUndecided bool   // text, json: list the places where rules could not decide

	FailLevel rules.Severity // junit: findings below it are skipped tests, not failed ones; 0 for rules.Error
}

// format writes one report. The warnings are for the user's eyes, not for the report's reader.
type format struct {
	name  string
	write func(w *bufio.Writer, r *Result, o Options) (warnings []string, err error)
}

var formats = []format{
	{"text", writeText},
	{"concise", writeConcise},
	{"json", writeJSON},
	{"sarif", writeSARIF},
	{"github", writeGitHub},
	{"gitlab", writeGitLab},
	{"junit", writeJUnit},
	{"checkstyle", writeCheckstyle},
	{"summary", writeSummary},
}

// Formats are the names of all formats, the default first.
func Formats() []string {
	var names []string
	for _, f := range formats {
		names = append(names, f.name)
	}
	return names
}

// CheckFormat says what is wrong with the name of a format; nil when nothing is.
func CheckFormat(name string) error {
	if slices.Contains(Formats(), name) {
		return nil
	}
	return unknownFormat(name)
}

// Write writes a report to w. The warnings say what the report had to leave out. The same input gives the same
// bytes.
func Write(w io.Writer, name string, r *Result, o Options) (warnings []string, err error) {
	for _, f := range formats {
		if f.name != name {
			continue
		}
		out := bufio.NewWriter(w)
		if warnings, err = f.write(out, r, o); err != nil {
			return warnings, err
		}
		return warnings, out.Flush()
	}
	return nil, unknownFormat(name)
}

func unknownFormat(name string) error {
	all := Formats()
	last := len(all) - 1
	message := fmt.Sprintf("unknown format %q: use %s or %s", name, strings.Join(all[:last], ", "), all[last])
	if meant, ok := diag.Suggest(name, all); ok {
		message += fmt.Sprintf(" (did you mean %q?)", meant)
	}
	return errors.New(message)
}

// pageURL is where a rule can be read about; "" for a rule without a page, as an organisation's own.
func pageURL(rule string) string {
	if rules.Page(rule) == "" {
		return ""
	}
	return (&rules.Rule{Name: rule}).URL()
}
