package cli_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/ecslint/ecslint/internal/cli"
	"github.com/ecslint/ecslint/schemas"
)

const simulationSchema = "simulation.json"

// closedSchema is the schema of what simulate tells, which lets no member pass that it doesn't know.
var closedSchema = sync.OnceValues(func() (*jsonschema.Schema, error) {
	text, err := schemas.Files.ReadFile(simulationSchema)
	if err != nil {
		return nil, err
	}
	var tree any
	if err := json.Unmarshal(text, &tree); err != nil {
		return nil, err
	}
	closeObjects(tree)
	if text, err = json.Marshal(tree); err != nil {
		return nil, err
	}
	c := jsonschema.NewCompiler()
	c.LoadURL = nil
	if err := c.AddResource(simulationSchema, bytes.NewReader(text)); err != nil {
		return nil, err
	}
	return c.Compile(simulationSchema)
})

func closeObjects(tree any) {
	switch t := tree.(type) {
	case []any:
		for _, item := range t {
			closeObjects(item)
		}
	case map[string]any:
		if t["properties"] != nil && t["additionalProperties"] == nil {
			t["additionalProperties"] = false
		}
		for _, item := range t {
			closeObjects(item)
		}
	}
}

// checkJSON runs a call of simulate again, for other programs, and validates what it tells.
func checkJSON(ts *testscript.TestScript, args []string, stdio cli.IO) {
	if len(args) == 0 || args[0] != "simulate" || slices.Contains(args, "init") || slices.ContainsFunc(args, func(a string) bool { return a == "-" || strings.HasPrefix(a, "--html") }) {
		return
	}
	var out bytes.Buffer
	stdio.Out, stdio.Err = &out, &bytes.Buffer{}
	cli.Main(append(slices.Clone(args), "--format", "json"), stdio)
	ts.Check(fitsSchema(out.Bytes()))
}

func fitsSchema(text []byte) error {
	schema, err := closedSchema()
	if err != nil {
		return err
	}
	var told any
	if err := json.Unmarshal(text, &told); err != nil {
		return err
	}
	var failed *jsonschema.ValidationError
	if err := schema.Validate(told); errors.As(err, &failed) {
		reason, _ := json.MarshalIndent(failed.BasicOutput().Errors, "", " ")
		return errors.New(string(reason))
	}
	return err
}

// TestSimulationSchema breaks what simulate tells: the schema has to see it.
func TestSimulationSchema(t *testing.T) {
	const told = `{"version": 1, "verdict": "never", "fleet": "", "jobs": [], "questions": [
		{"name": "container instances", "verdict": "never", "reason": "impossible", "scenarios": [], "waiting": [], "proven": []}], "needs": [], "left": [], "assumptions": []}`
	if err := fitsSchema([]byte(told)); err != nil {
		t.Fatal(err)
	}
	for _, change := range [][2]string{
		{`"version": 1`, `"version": 2`}, {`"verdict": "never", "fleet"`, `"verdict": "maybe", "fleet"`}, {`"jobs": []`, `"jobs": null`},
		{`"jobs": []`, `"jobs": [{}]`}, {`"reason": "impossible"`, `"reason": ""`}, {`, "assumptions": []`, ``}, {`"needs"`, `"more": 1, "needs"`},
	} {
		broken := strings.Replace(told, change[0], change[1], 1)
		if broken == told || fitsSchema([]byte(broken)) == nil {
			t.Errorf("%s passes", change[1])
		}
	}
}
