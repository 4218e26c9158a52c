package cli

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/ecslint/ecslint/internal/place"
)

type simulateFlags struct {
	plan        planFlags
	whatIf      whatIfFlags
	html        string
	format      string
	certificate string
	budget      int64
	timeLimit   time.Duration
	verbose     bool
}

func newSimulate(stdio IO) *cobra.Command {
	var f simulateFlags
	c := &cobra.Command{
		Use:   "simulate [flags] [PATH...]",
		Short: "Tell whether ECS finds a place for all tasks, and prove it",
		Long: `Tell whether ECS finds a place for the tasks of all services and run-task calls on the container instances, within the
quotas and in the subnets that a fleet file describes. A verdict is always, depends, never or unproven, with a proof that
"ecslint verify" checks.`,
		Example: `  ecslint simulate .
  ecslint simulate --fleet prod.fleet.yaml --certificate proof.json deploy/
  ecslint simulate --lose instance=any --at max --html report.html .
  ecslint simulate --drain instance=any .`,
		RunE: func(c *cobra.Command, paths []string) error { return f.run(c.Context(), stdio, paths) },
	}
	flags := c.Flags()
	f.plan.add(flags)
	f.whatIf.add(flags)
	flags.StringVar(&f.html, "html", "", "write a report to look at to `FILE`, one page that needs nothing else")
	flags.StringVarP(&f.format, "format", "f", "text", "text or json")
	flags.StringVar(&f.certificate, "certificate", "", "write the proofs to `FILE`; where there are several, to FILE-2 and so on, too")
	flags.Int64Var(&f.budget, "budget", place.DefaultNodes, "how many `STATES` are looked at for a verdict")
	flags.DurationVar(&f.timeLimit, "time-limit", 0, "end the search after a `TIME`, as in 30s (default: the budget alone decides)")
	flags.BoolVarP(&f.verbose, "verbose", "v", false, "list all services, scenarios and assumptions")
	c.AddCommand(newSimulateInit(stdio))
	return withExitCodes(c, "0 where all is always and always finishes, 1 another verdict, or nothing to decide")
}

func (f *simulateFlags) run(ctx context.Context, stdio IO, paths []string) error {
	switch {
	case f.format != "text" && f.format != "json":
		return fmt.Errorf("--format: unknown format %q: use text or json", f.format)
	case f.budget <= 0:
		return fmt.Errorf("--budget: %d is not above 0", f.budget)
	case f.timeLimit < 0:
		return fmt.Errorf("--time-limit: %s is less than 0", f.timeLimit)
	}
	plan, linked, err := f.plan.plan(ctx, stdio, paths)
	if err != nil {
		return err
	}
	if ctx.Err() != nil {
		return ctx.Err() // not all files were read
	}
	if len(plan.Jobs) == 0 && len(plan.Left) == 0 {
		return errors.New("no services and no run-task calls are among the files")
	}
	limited := ctx
	if f.timeLimit > 0 {
		var cancel context.CancelFunc
		limited, cancel = context.WithTimeout(ctx, f.timeLimit)
		defer cancel()
	}
	b := &bench{ctx: limited, budget: place.Budget{Nodes: f.budget}, line: newProgressLine(stdio.Err, stdio.ErrTerminal)}
	s, err := b.simulate(plan, linked, &f.whatIf)
	if err != nil {
		return err
	}
	b.line.clear()
	if ctx.Err() != nil {
		fmt.Fprintln(stdio.Err, "ecslint: interrupted: this is what was found so far")
	}
	if err := f.write(stdio, s); err != nil {
		return err
	}
	if !s.Well() || len(plan.Jobs) == 0 {
		return exit(ExitFindings)
	}
	return nil
}
