package schema

import (
	"bytes"
	"fmt"
	"io"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/schemas"
)

type compiled struct {
	schema *jsonschema.Schema
	fit    *fit
	err    error
}

var (
	compileOnce  sync.Map // operation -> func() compiled
	nothingLoads = func(url string) (io.ReadCloser, error) {
		return nil, fmt.Errorf("%s: schemas hold all that they refer to", url)
	}
)

// schemaOf is the compiled schema of an operation's input, made when it is first needed; without a schema where there is
// none.
func schemaOf(operation string) compiled {
	once, ok := compileOnce.Load(operation)
	if !ok {
		once, _ = compileOnce.LoadOrStore(operation, sync.OnceValue(func() compiled {
			schema, err := compile(operation)
			if err != nil || schema == nil {
				return compiled{err: err}
			}
			return compiled{schema: schema, fit: fitOf(schema, map[*jsonschema.Schema]*fit{})}
		}))
	}
	return once.(func() compiled)()
}

// fileOf is the file that the schema of an operation's input has, if there is one.
func fileOf(operation string) (string, bool) {
	switch operation {
	case ecs.OperationAppSpec:
		return "appspec.json", true
	case ecs.OperationFleet:
		return "fleet.json", true
	}
	o, ok := ecs.OperationNamed(operation)
	return o.Subcommand + ".json", ok
}

func compile(operation string) (*jsonschema.Schema, error) {
	file, ok := fileOf(operation)
	if !ok {
		return nil, nil
	}
	text, err := schemas.Files.ReadFile(file)
	if err != nil {
		return nil, nil // not one of the inputs that people keep in files
	}
	c := jsonschema.NewCompiler()
	c.Draft = jsonschema.Draft7
	c.LoadURL = nothingLoads
	url := "schema:///" + operation
	if err := c.AddResource(url, bytes.NewReader(text)); err != nil {
		return nil, err
	}
	return c.Compile(url)
}
