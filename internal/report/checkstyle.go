package report

import (
	"bufio"
	"encoding/xml"
)

// checkstyleReport is what Checkstyle writes and many tools read: https://checkstyle.org/cmdline.html
type checkstyleReport struct {
	XMLName xml.Name         `xml:"checkstyle"`
	Version string           `xml:"version,attr"` // of Checkstyle
	Files   []checkstyleFile `xml:"file"`
}

type checkstyleFile struct {
	Name   string            `xml:"name,attr"`
	Errors []checkstyleError `xml:"error"`
}

type checkstyleError struct {
	Line     int    `xml:"line,attr"`
	Column   int    `xml:"column,attr"`
	Severity string `xml:"severity,attr"`
	Message  string `xml:"message,attr"`
	Source   string `xml:"source,attr"`
}

func writeCheckstyle(w *bufio.Writer, r *Result, o Options) ([]string, error) {
	report := checkstyleReport{Version: "4.3"}
	for _, group := range byFile(r.Findings, newPaths(o.SARIFRoot)) {
		file := checkstyleFile{Name: group.name}
		for i := range group.findings {
			d := &group.findings[i]
			at := startOf(d)
			file.Errors = append(file.Errors, checkstyleError{
				Line: at.Line, Column: at.Column, Severity: d.Severity.String(), Message: d.Message, Source: "ecslint." + d.Rule,
			})
		}
		report.Files = append(report.Files, file)
	}
	return nil, writeXML(w, report)
}
