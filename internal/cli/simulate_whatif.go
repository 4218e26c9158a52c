package cli

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/pflag"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/internal/scenario"
)

// whatIfFlags say what is supposed to be otherwise.
type whatIfFlags struct {
	lose  []string
	drain []string
	at    string
	scale []string

	smallest []string
}

func (f *whatIfFlags) add(flags *pflag.FlagSet) {
	flags.StringArrayVar(&f.lose, "lose", nil, "what if `az=ZONE`, instance=NAME or spot is lost, repeatable: each is looked at by itself")
	flags.StringArrayVar(&f.drain, "drain", nil, "what if `instance=NAME` is set to DRAINING, repeatable: each is looked at by itself")
	flags.StringVar(&f.at, "at", "", "what if all scalable targets are at their maximum: `max`")
	flags.StringArrayVar(&f.scale, "scale", nil, "what if a service has another count: `SERVICE=N`, repeatable: all count together")
	flags.StringSliceVar(&f.smallest, "smallest", nil, "the fewest instances of these `TYPES` that have room for all tasks")
}

// supposed is a case: the worst of the alternatives is told.
type supposed struct {
	alternatives [][]scenario.Change
	given        certificate.Given // the options that make it
}

// cases are one for what --at and --scale say together, and one for each --lose, with them.
func (f *whatIfFlags) cases(plan *scenario.Plan) ([]supposed, error) {
	for _, name := range f.smallest {
		if _, ok := facts.InstanceTypeNamed(name); !ok {
			return nil, unknownType(name)
		}
	}
	scaled, err := f.scaled(plan)
	if err != nil {
		return nil, err
	}
	var all []supposed
	if len(scaled) > 0 {
		all = append(all, supposed{[][]scenario.Change{scaled}, certificate.Given{At: f.at, Scale: f.scale}})
	}
	for _, lost := range f.lose {
		losses, err := plan.Losses(lost)
		if err != nil {
			return nil, fmt.Errorf("--lose: %w", err)
		}
		c := supposed{given: certificate.Given{Lose: lost, At: f.at, Scale: f.scale}}
		for _, loss := range losses {
			c.alternatives = append(c.alternatives, append([]scenario.Change{loss}, scaled...))
		}
		all = append(all, c)
	}
	return all, nil
}

func (f *whatIfFlags) scaled(plan *scenario.Plan) ([]scenario.Change, error) {
	var all []scenario.Change
	switch f.at {
	case "":
	case "max":
		targets := plan.Targets()
		if len(targets) == 0 {
			return nil, fmt.Errorf("--at max: no scalable target of a service is among the files")
		}
		all = append(all, scenario.AtMaximum(targets))
	default:
		return nil, fmt.Errorf("--at: %s isn't max", shown(f.at))
	}
	var services []string
	for _, j := range plan.Jobs {
		if name, ok := strings.CutPrefix(j.Group, "service:"); ok && !j.Daemon {
			services = append(services, name)
		}
	}
	for _, text := range f.scale {
		service, number, _ := strings.Cut(text, "=")
		const most = 100_000
		count, err := strconv.ParseInt(number, 10, 64)
		if err != nil || count < 0 || count > most {
			return nil, fmt.Errorf("--scale: %s isn't SERVICE=N with N from 0 to %d", shown(text), most)
		}
		if !slices.Contains(services, service) {
			hint := ""
			if meant, ok := diag.Suggest(service, services); ok {
				hint = ": did you mean " + shown(meant) + "?"
			}
			return nil, fmt.Errorf("--scale: %s is no service with a count that is simulated%s", shown(service), hint)
		}
		all = append(all, scenario.Scale(service, count))
	}
	return all, nil
}

func unknownType(name string) error {
	hint := ""
	if meant, ok := diag.Suggest(name, facts.InstanceTypeNames()); ok {
		hint = ": did you mean " + meant + "?"
	}
	return fmt.Errorf("--smallest: %s is no instance type that is known%s", shown(name), hint)
}
