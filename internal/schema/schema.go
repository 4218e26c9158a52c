// Package schema judges the shape of objects by the JSON Schemas of the API's inputs: keys, types, values, bounds. It is
// the only door to the validator.
package schema

import (
	"errors"
	"fmt"
	"path"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

// Check judges an object. fedTo is the operation of a call in sight that sends the text of this object to AWS, as where a
// script names the object's file; "" where there is none. An error is a failure of the program, not of the object.
func Check(o *ecs.Object, fedTo string) (findings []diag.Diagnostic, err error) {
	defer func() {
		if p := recover(); p != nil {
			findings, err = nil, fmt.Errorf("%v", p)
		}
	}()
	c := &check{object: o, operation: o.Operation, fed: fedTo != "" || o.Given != ecs.InFile}
	if fedTo != "" {
		c.operation = fedTo
	}
	compiled := schemaOf(c.operation)
	if compiled.schema != nil && compiled.fit.of(o.Root) {
		return nil, nil
	}
	return c.judge(compiled)
}

func (c *check) judge(compiled compiled) ([]diag.Diagnostic, error) {
	c.builder, c.keysDone = builder{kept: map[*syntax.Node][]int{}}, map[*syntax.Node]bool{}
	c.outputOnly()
	if compiled.schema == nil {
		return c.findings, compiled.err
	}
	instance, ok := c.build(c.object.Root)
	if !ok {
		return c.findings, nil
	}
	c.root = spot{value.Root(c.object.Root), compiled.schema, c.rootName(), c.operation}
	var invalid *jsonschema.ValidationError
	switch err := compiled.schema.Validate(instance); {
	case errors.As(err, &invalid):
		c.leaves(invalid)
	case err != nil:
		return nil, err
	}
	return c.findings, nil
}

// rootName is what messages call the object itself.
func (c *check) rootName() string {
	if c.object.Origin != nil {
		return c.object.Origin.Resource
	}
	return c.operation
}

// nameOf is what messages call the structure at a spot.
func (c *check) nameOf(s spot) string {
	if s.place.Parent() == nil {
		return s.name
	}
	return ecs.PlainName(s.at)
}

// list is some members of the structure at a spot, as the object's format names them.
func (c *check) list(s spot, members []string) string {
	var names []string
	for _, m := range members {
		names = append(names, c.object.Spelled(s.at, m))
	}
	return strings.Join(names, ", ")
}

// check is one run over one object.
type check struct {
	builder
	object    *ecs.Object
	operation string
	fed       bool // AWS certainly gets this text, or the AWS CLI refuses it
	root      spot
	keysDone  map[*syntax.Node]bool
	findings  []diag.Diagnostic
}

// leaves reports what is wrong at the ends of the validator's tree of causes.
func (c *check) leaves(e *jsonschema.ValidationError) {
	for _, cause := range e.Causes {
		c.leaves(cause)
	}
	if len(e.Causes) > 0 {
		return
	}
	s, ok := c.locate(c.root, e.InstanceLocation)
	if !ok {
		return
	}
	switch keyword := path.Base(e.KeywordLocation); keyword {
	case "additionalProperties":
		c.unknownKeys(s)
	case "type":
		c.wrongType(s)
	case "required":
		c.missingKeys(s)
	case "enum", "pattern":
		c.invalidValue(s, keyword)
	default:
		c.outOfRange(s, keyword)
	}
}

// report adds a finding at a place.
func (c *check) report(rule string, severity rules.Severity, at *value.Place, message string) *diag.Diagnostic {
	c.findings = append(c.findings, diag.Diagnostic{
		Rule: rule, Severity: severity, Message: message, Range: at.Range(), Whole: at.Whole(), Object: c.object.Label(), At: at.At(),
	})
	d := &c.findings[len(c.findings)-1]
	d.UsedAt(at.Use())
	return d
}
