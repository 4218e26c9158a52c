package cli

import (
	"bytes"
	"context"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/ecslint/ecslint/internal/catalog"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/engine"
	"github.com/ecslint/ecslint/internal/lsp"
)

func newLSP(stdio IO) *cobra.Command {
	var o lsp.Options
	c := &cobra.Command{
		Use:   "lsp",
		Short: "Serve an editor over standard input and output (language server protocol)",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			o.Version = version()
			on, err := catalog.Select(nil, nil, nil)
			if err != nil {
				return err
			}
			checker := func(ctx context.Context, r lsp.CheckRequest) ([]diag.Diagnostic, error) {
				o := engine.Options{Dir: stdio.Dir, Paths: []string{r.Path}, Project: r.Project, Overlay: r.Overlay, Rules: on}
				if !filepath.IsAbs(r.Path) { // a document that was never saved
					o.Paths, o.Stdin, o.StdinName = []string{"-"}, bytes.NewReader(r.Text), ""
				}
				result := engine.Run(ctx, o)
				if len(result.Failures) > 0 {
					return result.Findings, result.Failures[0].Err
				}
				return result.Findings, nil
			}
			return exit(lsp.Serve(c.Context(), stdio.In, stdio.Out, stdio.Err, checker, o))
		},
	}
	c.Flags().Bool("stdio", true, "talk over standard input and output (the only way so far)")
	c.Flags().IntVar(&o.ClientProcessID, "clientProcessId", 0, "end when the process with this `ID` ends")
	return withExitCodes(c, "0 ended by the editor after shutdown, 1 without it")
}
