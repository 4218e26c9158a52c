package rego

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

// verdict is what an evaluation ends in.
type verdict struct {
	certain   []diag.Diagnostic
	undecided []*value.Place
}

// judge evaluates a subject in two worlds: with unknown values absent, and with markers in their place. No
// encoding of an unknown is safe by itself, so a finding needs both, and evidence that is known. The second
// world runs only where it can differ, and only for packages that found something in the first.
func (p *program) judge(ctx context.Context, s subject, wanted func(rule string) bool, encoded Encoded) (verdict, error) {
	asked := p.asked(wanted)
	if len(asked) == 0 {
		return verdict{}, nil
	}
	input, unknowns := s.encode(encoder{world: absent, encoded: encoded}, p.readsLinks)
	first, err := p.evalAll(ctx, input, asked)
	failures := []error{err}
	fired := map[string]*rules.Rule{}
	for name, list := range first {
		if len(list) > 0 {
			fired[name] = p.rules[name]
		}
	}
	if len(fired) == 0 {
		return verdict{}, err
	}
	second := first
	if unknowns {
		input, _ := s.encode(encoder{world: markers, encoded: encoded}, p.readsLinks)
		second, err = p.evalEach(ctx, input, fired)
		failures = append(failures, err)
	}
	var v verdict
	for _, name := range slices.Sorted(maps.Keys(fired)) {
		rule, confirmed := fired[name], placesOf(second[name])
		for _, member := range first[name] {
			f, err := decode(member)
			if err == nil {
				err = v.add(s, rule, f, confirmed[f.at])
			}
			if err != nil {
				failures = append(failures, fmt.Errorf("policy %s: %w", rule.Name, err))
			}
		}
	}
	return v, errors.Join(failures...)
}

func placesOf(report []any) map[string]bool {
	places := map[string]bool{}
	for _, member := range report {
		if f, err := decode(member); err == nil {
			places[f.at] = true
		}
	}
	return places
}

// add judges one finding.
func (v *verdict) add(s subject, rule *rules.Rule, f finding, confirmed bool) error {
	for _, at := range append(f.reads, f.at) {
		object, place := s.resolve(at)
		if place == nil {
			return fmt.Errorf("a finding names %q, which is no place in the object", at)
		}
		confirmed = confirmed && object != nil && place.Certain()
	}
	object, place := s.resolve(f.at)
	if !confirmed {
		v.undecided = append(v.undecided, place)
		return nil
	}
	d := diag.Diagnostic{
		Rule:     rule.Name,
		Severity: cmp.Or(f.severity, rule.Severity),
		Message:  prefix(place) + f.message,
		Range:    place.Range(),
		Object:   object.Label(),
		At:       place.At(),
		Reads:    f.reads,
		Help:     f.help,
	}
	d.UsedAt(place.Use())
	v.certain = append(v.certain, d)
	return nil
}
