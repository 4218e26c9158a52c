package lsp

import (
	"context"

	"github.com/ecslint/ecslint/internal/diag"
)

// findings checks one document as it is now, with all open buffers over the disk. Where a part of the check failed
// and the rest found something, that is shown.
func (s *server) findings(ctx context.Context, doc *document) ([]diag.Diagnostic, error) {
	r := CheckRequest{
		Path:    doc.path,
		Text:    []byte(doc.text),
		Project: s.folders.around(doc.path),
		Overlay: s.documents.overlay(),
	}
	if doc.file {
		r.Overlay[doc.path] = r.Text
	}
	result, err := protect(func() (any, error) { return s.check(ctx, r) })
	found, _ := result.([]diag.Diagnostic)
	if err != nil && len(found) > 0 {
		s.logger.Printf("%s: %v", doc.uri, err)
		return found, nil
	}
	return found, err
}
