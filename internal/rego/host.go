// Package rego runs the policies: rules in Rego, over objects in the shape of the AWS API. It is the only package
// that knows the engine.
package rego

import (
	"context"
	"io/fs"
	"slices"
	"sync"
	"time"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/policies"
	"github.com/ecslint/ecslint/rules"
)

// Host runs the enabled policies. It is safe for concurrent use.
type Host struct {
	subjects []ecs.Type
	programs map[ecs.Type]func() (*program, error) // compiled at first use
	warmed   sync.Map                              // ecs.Type -> true
}

// evaluationDeadline bounds one evaluation. It is no budget, but the end of a policy that doesn't end by itself.
const evaluationDeadline = 10 * time.Second

// New makes a host of the policies whose rule is enabled. Nothing is parsed or compiled before an object of
// their subject is evaluated, or Warm is called.
func New(enabled func(rule string) bool) *Host {
	return newHost(policies.Files, Metadata(), enabled, evaluationDeadline)
}

func newHost(files fs.FS, metadata []*rules.Rule, enabled func(string) bool, deadline time.Duration) *Host {
	h := &Host{programs: map[ecs.Type]func() (*program, error){}}
	bySubject := map[string][]*rules.Rule{}
	for _, rule := range metadata {
		if enabled(rule.Name) {
			bySubject[rule.Subject] = append(bySubject[rule.Subject], rule)
		}
	}
	for subject, list := range bySubject {
		h.subjects = append(h.subjects, ecs.Type(subject))
		h.programs[ecs.Type(subject)] = sync.OnceValues(func() (*program, error) {
			return newProgram(files, subject, list, deadline)
		})
	}
	slices.Sort(h.subjects)
	return h
}

// Warm starts to compile the policies of a type of objects in the background, beside the reading of files.
func (h *Host) Warm(t ecs.Type) {
	load := h.programs[t]
	if load == nil {
		return
	}
	if _, again := h.warmed.LoadOrStore(t, true); !again {
		go func() { _, _ = load() }() // Evaluate gets the same error
	}
}

// Evaluate runs the wanted policies of the object's subject; encoded is kept for objects that have parts in common. What they would say but can't, because something is
// unknown, is counted as undecided places. An error is a policy's own; findings of others stand beside it.
func (h *Host) Evaluate(ctx context.Context, object *ecs.Object, links Links, wanted func(rule string) bool, encoded Encoded) ([]diag.Diagnostic, []*value.Place, error) {
	load := h.programs[object.Type]
	if load == nil || object.Root == nil || object.Root.Kind != syntax.Object {
		return nil, nil, nil
	}
	p, err := load()
	if err != nil {
		return nil, nil, err
	}
	found, err := p.judge(ctx, subject{object, links}, wanted, encoded)
	diag.Sort(found.certain)
	return found.certain, found.undecided, err
}
