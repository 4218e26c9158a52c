package schema_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

const ajvDir = "../../testdata/schemas"

// TestSecondValidator checks that the schemas are valid draft-07 for another validator, which says the same of inputs.
func TestSecondValidator(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed")
	}
	if _, err := os.Stat(filepath.Join(ajvDir, "node_modules")); err != nil {
		t.Skip("testdata/schemas/node_modules is absent: run npm ci in testdata/schemas")
	}
	type instance struct {
		Schema   string          `json:"schema"`
		Instance json.RawMessage `json:"instance"`
	}
	var cases []instance
	var want []bool
	for _, test := range operations {
		if file, ok := fileOf(test.operation); ok && test.want != "" {
			cases = append(cases, instance{file, json.RawMessage(test.good)}, instance{file, json.RawMessage(test.bad)})
			want = append(want, true, false)
		}
	}
	input, err := json.Marshal(cases)
	if err != nil {
		t.Fatal(err)
	}
	run := exec.Command(node, "validate.js")
	run.Dir, run.Stdin, run.Stderr = ajvDir, bytes.NewReader(input), os.Stderr
	out, err := run.Output()
	if err != nil {
		t.Fatal(err)
	}
	var got []bool
	if err := json.Unmarshal(out, &got); err != nil || len(got) != len(want) {
		t.Fatalf("%s: %v", out, err)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%s: valid %v, want %v\n%s", cases[i].Schema, got[i], want[i], cases[i].Instance)
		}
	}
}
