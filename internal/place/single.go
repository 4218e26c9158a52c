package place

import (
	"slices"

	"github.com/ecslint/ecslint/internal/certificate"
)

// single looks for a type one task of which fits nowhere, or a daemon that doesn't fit where it has to run.
func (m *model) single() *certificate.Certificate {
	for t, n := range m.count {
		if n > 0 && !m.fitsSomewhere(t) || slices.Contains(m.misfit, t) {
			proof := m.certificate(certificate.KindSingle)
			proof.Single = &certificate.Single{Type: t}
			return proof
		}
	}
	return nil
}

func (m *model) fitsSomewhere(t int) bool {
	for c, n := range m.instances {
		if n > 0 && m.copies[t][c] > 0 {
			return true
		}
	}
	return false
}
