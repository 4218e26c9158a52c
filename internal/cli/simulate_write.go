package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/story"
)

func (f *simulateFlags) write(stdio IO, s *story.Simulation) error {
	if f.certificate != "" {
		if err := writeProofs(stdio, f.certificate, s.Proofs()); err != nil {
			return err
		}
	}
	if f.html != "" {
		if err := writePage(stdio, f.html, s); err != nil {
			return err
		}
	}
	if f.format == "json" {
		return story.WriteJSON(stdio.Out, s)
	}
	if err := story.Write(stdio.Out, s, f.verbose); err != nil {
		return err
	}
	return drawInstances(stdio, s)
}

// writeProofs writes each certificate to a file of its own, those that say the same once, and tells what each proves.
func writeProofs(stdio IO, name string, proofs []story.Proof) error {
	extension := filepath.Ext(name)
	var written []string
	for _, p := range proofs {
		text, err := p.Certificate.Encode()
		if err != nil {
			return err
		}
		if slices.Contains(written, string(text)) {
			continue
		}
		to := name
		if n := len(written); n > 0 {
			to = fmt.Sprintf("%s-%d%s", strings.TrimSuffix(name, extension), n+1, extension)
		}
		if err := os.WriteFile(absolute(stdio.Dir, to), text, 0o644); err != nil {
			return err
		}
		fmt.Fprintf(stdio.Err, "ecslint: %s: %s\n", shown(to), shown(p.Claim()))
		written = append(written, string(text))
	}
	if len(written) == 0 {
		fmt.Fprintln(stdio.Err, "ecslint: nothing was proven: no certificate is written")
	}
	return nil
}
