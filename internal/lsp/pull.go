package lsp

import (
	"context"
	"encoding/json"
	"fmt"
	"hash/fnv"

	"github.com/sourcegraph/jsonrpc2"
)

// documentDiagnostic answers textDocument/diagnostic. A document that isn't open has no findings here: the
// client asks again when it is.
func (s *server) documentDiagnostic(ctx context.Context, r *jsonrpc2.Request) (any, error) {
	var params documentDiagnosticParams
	if err := decode(r, &params); err != nil {
		return nil, err
	}
	items := []diagnostic{}
	if doc := s.documents.get(params.TextDocument.URI); doc != nil {
		found, err := s.findings(ctx, doc)
		if err != nil {
			return nil, err
		}
		items = s.diagnostics(found)
	}
	id, err := resultID(items)
	if err != nil {
		return nil, err
	}
	if id == params.PreviousResultID {
		return unchangedReport{Kind: "unchanged", ResultID: id}, nil
	}
	return fullReport{Kind: "full", ResultID: id, Items: items}, nil
}

// resultID is the same for the same diagnostics.
func resultID(items []diagnostic) (string, error) {
	data, err := json.Marshal(items)
	if err != nil {
		return "", err
	}
	h := fnv.New64a()
	h.Write(data)
	return fmt.Sprintf("%016x", h.Sum64()), nil
}
