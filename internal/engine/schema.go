package engine

import (
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/schema"
	"github.com/ecslint/ecslint/internal/syntax"
)

// shapes are what the schemas say of the objects of a template, whose worlds have most of them in common.
type shapes map[string]shape // by the object's label

type shape struct {
	root     *syntax.Node
	findings []diag.Diagnostic
}

func (e *run) runSchema(v *verdict, s subject) {
	const what = "the schema"
	defer e.survive(s.object, what)
	if known, ok := s.shapes[s.label]; ok && syntax.Identical(known.root, s.object.Root) {
		v.findings = append(v.findings, known.findings...)
		return
	}
	findings, err := schema.Check(s.object, s.fedTo)
	if err != nil {
		e.broken(what, s.object, err)
	}
	v.findings = append(v.findings, findings...)
	s.shapes.keep(s.label, s.object, findings)
}

// keep keeps the first of the findings that an object has.
func (s shapes) keep(label string, o *ecs.Object, findings []diag.Diagnostic) {
	if _, ok := s[label]; !ok && s != nil {
		s[label] = shape{o.Root, findings}
	}
}
