package engine

import (
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/schema"
	"github.com/ecslint/ecslint/internal/source"
)

func (e *run) runSchema(o *ecs.Object, fed map[*source.File]string) {
	const what = "the schema"
	defer e.survive(what, o)
	findings, err := schema.Check(o, fed[o.File])
	if err != nil {
		e.broken(what, o, err)
	}
	e.report(findings...)
}
