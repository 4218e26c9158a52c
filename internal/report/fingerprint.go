package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"github.com/ecslint/ecslint/internal/diag"
)

// fingerprints name findings, which are in the order of diag.Sort, by what they are about, not by their line or
// wording: rule, file, object and place, then which one it is among those that agree in all of these.
func fingerprints(findings []diag.Diagnostic, p *paths) []string {
	names := make([]string, len(findings))
	seen := map[string]int{}
	for i := range findings {
		d := &findings[i]
		file := ""
		if d.File() != nil {
			file = p.of(d.File()).relative
		}
		sum := sha256.Sum256([]byte(strings.Join([]string{d.Rule, file, d.Object, d.At}, "\x00")))
		key := hex.EncodeToString(sum[:8])
		seen[key]++
		names[i] = fmt.Sprintf("%s:%d", key, seen[key])
	}
	return names
}
