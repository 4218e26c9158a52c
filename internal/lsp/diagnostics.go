package lsp

import (
	"fmt"
	"strings"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/rules"
)

var severities = map[rules.Severity]int{
	rules.Error:   severityError,
	rules.Warning: severityWarning,
	rules.Info:    severityInformation,
}

// diagnostics puts findings into the protocol's form; the result is never nil, which would be sent as null.
func (s *server) diagnostics(findings []diag.Diagnostic) []diagnostic {
	items := make([]diagnostic, 0, len(findings))
	for i := range findings {
		items = append(items, s.diagnostic(&findings[i]))
	}
	return items
}

func (s *server) diagnostic(d *diag.Diagnostic) diagnostic {
	result := diagnostic{
		Range:    s.session.encoding.rangeOf(d.Range),
		Severity: severities[d.Severity],
		Code:     d.Rule,
		Source:   "ecslint",
		Message:  d.Message,
	}
	if rules.Page(d.Rule) != "" { // an organisation's own rules have no page with us
		result.CodeDescription = &codeDescription{(&rules.Rule{Name: d.Rule}).URL()}
	}
	var more strings.Builder
	if d.Help != "" {
		fmt.Fprintf(&more, "\nhelp: %s", d.Help)
	}
	for _, note := range d.Notes {
		fmt.Fprintf(&more, "\nnote: %s", note)
	}
	for _, r := range d.Related {
		if r.Range.IsZero() {
			fmt.Fprintf(&more, "\nnote: %s", r.Message)
		} else if s.session.showsRelated() {
			result.RelatedInformation = append(result.RelatedInformation, s.related(r))
		} else {
			p := r.Range.File.Position(r.Range.Start, source.CodePoints)
			fmt.Fprintf(&more, "\n%s:%d:%d: %s", r.Range.File.Name, p.Line, p.Column, r.Message)
		}
	}
	result.Message += more.String()
	return result
}

func (s *server) related(r diag.Related) relatedInformation {
	return relatedInformation{
		Location: location{URI: s.documents.uriOf(r.Range.File.Path), Range: s.session.encoding.rangeOf(r.Range)},
		Message:  r.Message,
	}
}

// showsRelated reports a client that displays a diagnostic's other places.
func (s *session) showsRelated() bool {
	t := s.client.TextDocument
	return t.PublishDiagnostics.RelatedInformation || t.Diagnostic != nil && t.Diagnostic.RelatedInformation
}
