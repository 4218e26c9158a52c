package report_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/ecslint/ecslint/internal/report"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/schemas"
)

const reportSchema = "https://github.com/ecslint/ecslint/blob/main/schemas/report.json"

func TestJSONSchema(t *testing.T) {
	text, err := schemas.Files.ReadFile("report.json")
	if err != nil {
		t.Fatal(err)
	}
	schema := compile(t, reportSchema, text)
	valid(t, schema, "json", everything())
	valid(t, schema, "json", &report.Result{})
	valid(t, schema, "json", result(finding(source.Range{}, "in no file")))

	broken := everything()
	broken.Findings[0].Message = ""
	out, _ := write(t, "json", broken, report.Options{})
	if schema.Validate(parse(t, out)) == nil {
		t.Error("the schema lets a finding without a message pass")
	}
}

// TestSARIFSchema validates with a schema of the part of SARIF 2.1.0 that is written, with what GitHub requires
// besides: everything else is refused, and so is null.
func TestSARIFSchema(t *testing.T) {
	text, err := os.ReadFile("testdata/sarif-github.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	schema := compile(t, "sarif-github.schema.json", text)
	valid(t, schema, "sarif", everything())
	valid(t, schema, "sarif", &report.Result{})
	valid(t, schema, "sarif", result(finding(source.Range{}, "in no file"), finding(file("a.json", "").Whole(), "an empty file")))
}

func compile(t *testing.T, name string, text []byte) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.LoadURL = nil
	if err := c.AddResource(name, bytes.NewReader(text)); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile(name)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func valid(t *testing.T, schema *jsonschema.Schema, format string, r *report.Result) {
	t.Helper()
	out, _ := write(t, format, r, report.Options{SARIFRoot: "/repo", ShowUndecided: true})
	if err := schema.Validate(parse(t, out)); err != nil {
		var failed *jsonschema.ValidationError
		if errors.As(err, &failed) {
			t.Fatalf("%s: %#v", format, failed.BasicOutput().Errors)
		}
		t.Fatal(err)
	}
	for _, null := range []string{": null", "[null"} {
		if strings.Contains(out, null) {
			t.Errorf("%s: a null in\n%s", format, out)
		}
	}
}

func parse(t *testing.T, text string) any {
	t.Helper()
	var v any
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatal(err)
	}
	return v
}
