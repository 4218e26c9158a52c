package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/place"
	"github.com/ecslint/ecslint/internal/scenario"
	"github.com/ecslint/ecslint/internal/terminal"
)

func newVerify(stdio IO) *cobra.Command {
	var f planFlags
	c := &cobra.Command{
		Use:   "verify [flags] CERTIFICATE [PATH...]",
		Short: "Check a proof that simulate wrote, and that it is about these files",
		Long: `Check a proof that "ecslint simulate --certificate" wrote. The checker is small and knows nothing of how the proof was found.
With PATHs the problem is derived from the files again, with the options of simulate that the proof says it supposes
(--lose, --drain, --at, --scale, --smallest): a proof about another problem is refused.`,
		Example: `  ecslint verify proof.json .
  ecslint verify --fleet prod.fleet.yaml proof.json deploy/`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error { return f.verify(c.Context(), stdio, args[0], args[1:]) },
	}
	f.add(c.Flags())
	return withExitCodes(c, "0 verified, 1 refused")
}

func (f *planFlags) verify(ctx context.Context, stdio IO, file string, paths []string) error {
	text, err := os.ReadFile(absolute(stdio.Dir, file))
	if err != nil {
		return err
	}
	proof, err := certificate.Decode(text)
	if err != nil {
		return fmt.Errorf("%s: %w", shown(file), err)
	}
	if err := proof.Check(); err != nil {
		return refuse(stdio, file, err)
	}
	if len(paths) > 0 || f.fleet != "" {
		plan, _, err := f.plan(ctx, stdio, paths)
		if err != nil {
			return err
		}
		plans, err := supposedBy(plan, proof.Given)
		if err != nil {
			return refuse(stdio, file, err)
		}
		if !slices.ContainsFunc(plans, func(p *scenario.Plan) bool { return holds(ctx, p, proof) }) {
			return refuse(stdio, file, errors.New("the files give another problem than the one that it proves something about"))
		}
	}
	with := ""
	if given := proof.Given.String(); given != "" {
		with = ", with " + given
	}
	fmt.Fprintln(stdio.Out, terminal.Plain("verified"+with+": "+proof.Claim()))
	return nil
}

func refuse(stdio IO, file string, err error) error {
	fmt.Fprintln(stdio.Out, terminal.Plain(fmt.Sprintf("refused: %s: %v", file, err)))
	return exit(ExitFindings)
}

// holds tells whether a proof is about a problem that the files give.
func holds(ctx context.Context, plan *scenario.Plan, proof *certificate.Certificate) bool {
	is := func(p *certificate.Problem) bool { return proof.Update() == nil && same(p, proof.Problem) }
	updates := func(d *place.Deployment) bool {
		u := proof.Update()
		return u != nil && d.Update() == *u && begins(d, proof) && same(d.Problem, proof.Problem)
	}
	switch g := proof.Given; {
	case g != nil && g.Drain != "":
		name, err := drained(g.Drain)
		return err == nil && plan.HoldsDrain(ctx, name, place.Budget{Nodes: place.DefaultNodes}, is, updates)
	case proof.Update() != nil:
		return plan.HoldsDeployment(updates)
	}
	return plan.Holds(is, proof.Problem)
}

// begins tells whether a proof begins as a deployment does: with what runs, or wherever ECS can have placed the tasks. One about all that ECS
// can do is about what runs, too.
func begins(d *place.Deployment, proof *certificate.Certificate) bool {
	if running := proof.Running(); running != nil {
		return d.Running != nil && maps.Equal(given(running), filledWith(d.Running))
	}
	return d.Running == nil || proof.Rollout == nil
}

// given counts the instances that hold the same tasks after steps, by their class and what they hold.
func given(steps []certificate.Step) map[string]int64 {
	held := map[[2]int64]map[int64]int64{}
	for _, s := range steps {
		on := [2]int64{s[1], s[2]}
		if held[on] == nil {
			held[on] = map[int64]int64{}
		}
		held[on][s[0]]++
	}
	counts := map[string]int64{}
	for on, tasks := range held {
		counts[fmt.Sprint(on[0], tasks)]++
	}
	return counts
}

// filledWith counts the same of what runs.
func filledWith(filled []certificate.Filled) map[string]int64 {
	counts := map[string]int64{}
	for _, f := range filled {
		tasks := map[int64]int64{}
		for _, t := range f.Tasks {
			tasks[int64(t.Type)] += t.Count
		}
		counts[fmt.Sprint(f.Class, tasks)] += f.Instances
	}
	return counts
}

// same compares problems but for where their numbers are from: files may be named from another folder.
func same(a, b *certificate.Problem) bool {
	x, errX := json.Marshal(withoutSources(a))
	y, errY := json.Marshal(withoutSources(b))
	return errX == nil && errY == nil && bytes.Equal(x, y)
}

func withoutSources(p *certificate.Problem) *certificate.Problem {
	bare := *p
	bare.Types, bare.Classes = slices.Clone(p.Types), slices.Clone(p.Classes)
	for i := range bare.Types {
		bare.Types[i].From = nil
	}
	for i := range bare.Classes {
		bare.Classes[i].From = nil
	}
	return &bare
}
