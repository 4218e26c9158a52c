package engine

import (
	"fmt"
	"strings"

	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

// survive turns a panic of a rule into one finding; the others go on. The words say what broke.
func (e *run) survive(o *ecs.Object, words ...string) {
	if p := recover(); p != nil {
		e.broken(strings.Join(words, " "), o, fmt.Errorf("%v", p))
	}
}

// surviveFile turns a panic while a file is read into one finding; the other files are read.
func (e *run) surviveFile(u *unit) {
	if p := recover(); p != nil {
		u.result = adapt.Result{Why: "reading it failed"}
		e.internalError(u.file.Whole().Head(), "", "reading this file failed")
		e.fail(u.name, fmt.Errorf("reading it failed: %v", p))
	}
}

// broken reports what failed on an object.
func (e *run) broken(what string, o *ecs.Object, err error) {
	e.internalError(value.Root(o.Root).Range(), o.Label(), what+" failed on this object")
	e.fail(o.File.Name, fmt.Errorf("%s failed: %w", what, err))
}

func (e *run) internalError(at source.Range, object, message string) {
	e.report(diag.Diagnostic{
		Rule: "internal-error", Severity: rules.Error, Range: at, Object: object,
		Message: message + ": a bug of ecslint, please report it",
	})
}
