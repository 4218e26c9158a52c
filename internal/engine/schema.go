package engine

import "github.com/ecslint/ecslint/internal/schema"

func (e *run) runSchema(v *verdict, s subject) {
	const what = "the schema"
	defer e.survive(what, s.object)
	findings, err := schema.Check(s.object, s.fedTo)
	if err != nil {
		e.broken(what, s.object, err)
	}
	v.findings = append(v.findings, findings...)
}
