package cli

import (
	"bytes"
	"fmt"
	"os"

	"github.com/ecslint/ecslint/internal/report/simulation"
	"github.com/ecslint/ecslint/internal/story"
	"github.com/ecslint/ecslint/internal/terminal"
)

// writePage writes the report to a file.
func writePage(stdio IO, name string, s *story.Simulation) error {
	r, err := s.Report("ecslint " + version())
	if err != nil {
		return err
	}
	var page bytes.Buffer
	if err := r.WriteHTML(&page); err != nil {
		return err
	}
	if err := os.WriteFile(absolute(stdio.Dir, name), page.Bytes(), 0o644); err != nil {
		return fmt.Errorf("--html: %w", err)
	}
	return nil
}

// drawInstances draws on a terminal what runs where, and the worst deployment, unless it always finishes.
func drawInstances(stdio IO, s *story.Simulation) error {
	if stdio.Terminal == 0 || len(s.Judgements) == 0 {
		return nil
	}
	r, err := s.Report("")
	if err != nil {
		return err
	}
	o := simulation.TextOptions{Color: stdio.useColor("auto"), Unicode: stdio.useUnicode(), Width: stdio.Terminal}
	for i, c := range r.Clusters {
		if deployment := i - len(s.Judgements); deployment > 0 || deployment == 0 && c.Verdict.Tone == simulation.Good {
			break
		}
		fmt.Fprintf(stdio.Out, "\n%s\n", terminal.Plain(c.Name))
		if err := c.WriteInstances(stdio.Out, o); err != nil {
			return err
		}
	}
	return nil
}
