package cli

import (
	"errors"
	"fmt"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/scenario"
)

var errMore = errors.New("it supposes more than simulate does at once")

// supposedBy are the plans of which a proof may be about one: that of the files, or those with what it supposes.
func supposedBy(plan *scenario.Plan, g *certificate.Given) ([]*scenario.Plan, error) {
	if g.String() == "" {
		return []*scenario.Plan{plan}, nil
	}
	if g.Drain != "" {
		if g.String() != "--drain "+g.Drain {
			return nil, errMore
		}
		return []*scenario.Plan{plan}, nil
	}
	f := whatIfFlags{at: g.At, scale: g.Scale}
	if g.Lose != "" {
		f.lose = []string{g.Lose}
	}
	fleet, err := scenario.CompositionOf(g.Smallest)
	if err != nil {
		return nil, fmt.Errorf("--smallest: %w", err)
	}
	f.smallest = fleet.Types
	cases, err := f.cases(plan)
	if err != nil {
		return nil, err
	}
	if len(g.Smallest) > 0 {
		if len(cases) > 0 {
			return nil, errMore
		}
		on, problems := plan.On(fleet)
		if len(problems) > 0 {
			return nil, errors.New(problems[0].Message)
		}
		return []*scenario.Plan{on}, nil
	}
	var all []*scenario.Plan
	for _, changes := range cases[len(cases)-1].alternatives {
		changed, problems := plan.With(changes...)
		if len(problems) > 0 {
			return nil, errors.New(problems[0].Message)
		}
		all = append(all, changed)
	}
	return all, nil
}
