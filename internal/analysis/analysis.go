// Package analysis is what a rule in Go is made of: an Analyzer, and the Pass through which it reads one object
// and reports findings.
package analysis

import (
	"fmt"
	"slices"
	"time"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

// Analyzer is a rule in Go. Run is called once for each object of the subject that the analyzer's package is
// named after; it does no I/O, keeps no state and never reads what is unknown as if it were known.
type Analyzer struct {
	Rule *rules.Rule
	Run  func(*Pass)
}

// Pass is what analyzers read one object through, one analyzer at a time.
type Pass struct {
	Object  *ecs.Object
	Project *ecs.Project // all objects that were read, and the links between them
	Today   time.Time    // the day that decides what has been retired; zero where nothing has

	rule      *rules.Rule
	findings  []*Builder
	undecided []*value.Place
}

// Run runs an analyzer, one after the other: what was found before is gone.
func (p *Pass) Run(a *Analyzer) {
	p.rule, p.findings, p.undecided = a.Rule, nil, nil
	a.Run(p)
}

// TaskDefinition is the object as a task definition; nil for objects of another type.
func (p *Pass) TaskDefinition() *ecs.TaskDefinition { return p.Object.TaskDefinition() }

// Service is the object as a service; nil for objects of another type.
func (p *Pass) Service() *ecs.Service { return p.Object.Service() }

// Unknowable is whatever can be asked whether it is unknown.
type Unknowable interface {
	value.Located
	Unknown() bool
}

// KnownItems are the items of a list that are certainly there.
func KnownItems[T Unknowable](list value.List[T]) []T {
	var known []T
	for _, item := range list.Items {
		if !item.Unknown() {
			known = append(known, item)
		}
	}
	return known
}

// Known reports that none of the values is unknown. Where one is, what the rule would say about it is
// counted as undecided.
func (p *Pass) Known(values ...Unknowable) bool {
	for _, v := range values {
		if v.Unknown() {
			p.Undecided(v)
			return false
		}
	}
	return true
}

// Undecided counts a place where the rule can't decide because something is unknown.
func (p *Pass) Undecided(at value.Located) { p.undecided = append(p.undecided, at.Where()) }

// Reportf reports a finding at a place: its value where it has one, else the nearest thing around it.
// The message is one sentence that stands alone; it has no full stop.
func (p *Pass) Reportf(at value.Located, format string, args ...any) *Builder {
	return p.report(at, at.Where().Range(), fmt.Sprintf(format, args...))
}

// ReportPartf reports a finding at a part of a text, in bytes of its value.
func (p *Pass) ReportPartf(text value.Value[string], part syntax.Span, format string, args ...any) *Builder {
	return p.report(text, text.Where().Node().Text.Range(part.Start, part.End), fmt.Sprintf(format, args...))
}

func (p *Pass) report(at value.Located, r source.Range, message string) *Builder {
	place := at.Where()
	b := &Builder{d: diag.Diagnostic{
		Rule:     p.rule.Name,
		Severity: p.rule.Severity,
		Message:  message,
		Range:    r,
		Whole:    place.Whole(),
		Object:   p.Object.Label(),
		At:       place.At(),
	}}
	b.d.UsedAt(place.Use())
	p.findings = append(p.findings, b)
	return b
}

// Findings are what the run reported.
func (p *Pass) Findings() []diag.Diagnostic {
	var findings []diag.Diagnostic
	for _, b := range p.findings {
		findings = append(findings, b.d)
	}
	return findings
}

// UndecidedPlaces are the places where the run could not decide.
func (p *Pass) UndecidedPlaces() []*value.Place { return p.undecided }

// Builder adds to a finding that was just reported.
type Builder struct{ d diag.Diagnostic }

// Severity changes the severity from the rule's own.
func (b *Builder) Severity(s rules.Severity) *Builder { b.d.Severity = s; return b }

// Help says what to do, as a verb phrase.
func (b *Builder) Help(format string, args ...any) *Builder {
	b.d.Help = fmt.Sprintf(format, args...)
	return b
}

// Note says why it is so, in whole sentences.
func (b *Builder) Note(format string, args ...any) *Builder {
	b.d.Notes = append(b.d.Notes, fmt.Sprintf(format, args...))
	return b
}

// Fix offers a way to make the finding go away, beside those that were offered before. One without edits, or with edits of another
// file, can't be made in this file.
func (b *Builder) Fix(f diag.Fix) *Builder {
	if len(f.Edits) > 0 && !slices.ContainsFunc(f.Edits, func(e source.Edit) bool { return e.Range.File != b.d.File() }) {
		b.d.Fixes = append(b.d.Fixes, f)
	}
	return b
}

// Related points at another place that the finding speaks of.
func (b *Builder) Related(at value.Located, format string, args ...any) *Builder {
	b.d.Related = append(b.d.Related, diag.Related{Range: at.Where().Range(), Message: fmt.Sprintf(format, args...)})
	return b
}
