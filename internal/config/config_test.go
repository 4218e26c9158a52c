package config_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/ecslint/ecslint/internal/config"
	"github.com/ecslint/ecslint/schemas"
)

func write(t *testing.T, path, text string) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestTheNearestCounts(t *testing.T) {
	dir := t.TempDir()
	outer := write(t, filepath.Join(dir, ".ecslint.yaml"), "")
	write(t, filepath.Join(dir, "a", ".ecslint.json"), "{}")
	inner := write(t, filepath.Join(dir, "a", ".ecslint.yml"), "")
	write(t, filepath.Join(dir, "a", "b", "c", "x"), "")
	for _, test := range []struct{ folder, top, want string }{
		{".", ".", outer}, {"a", ".", inner}, {"a/b/c", ".", inner}, {"a/b/c", "a/b", ""},
	} {
		if got := config.Find(filepath.Join(dir, test.folder), filepath.Join(dir, test.top)); got != test.want {
			t.Errorf("from %s up to %s: %q, not %q", test.folder, test.top, got, test.want)
		}
	}
}

func TestRead(t *testing.T) {
	dir := t.TempDir()
	fleet := write(t, filepath.Join(dir, "deploy", "prod.yaml"), "")
	outside := write(t, filepath.Join(t.TempDir(), "prod.yaml"), "")
	if err := os.Symlink(outside, filepath.Join(dir, "link.yaml")); err != nil {
		t.Skip("symbolic links can't be made here: ", err)
	}
	const out = " lies outside of the project, which is the repository, else the folder of this file"
	for _, test := range []struct{ name, text, fleet, err string }{
		{"x.yaml", "fleet: deploy/prod.yaml", fleet, ""},
		{"x.json", `{"$schema": "https://x", "fleet": "deploy/prod.yaml"}`, fleet, ""},
		{"x.yaml", "# nothing yet\n", "", ""},
		{"x.yaml", "fleet: prod.yaml", "", "x.yaml:1:8: fleet: there is no file prod.yaml (the path begins at the folder of this file)"},
		{"x.yaml", "fleet: ../prod.yaml", "", "x.yaml:1:8: fleet: ../prod.yaml" + out},
		{"x.yaml", "fleet: deploy/../../prod.yaml", "", "x.yaml:1:8: fleet: deploy/../../prod.yaml" + out},
		{"x.yaml", "fleet: " + outside, "", "x.yaml:1:8: fleet: " + outside + out},
		{"x.yaml", "fleet: link.yaml", "", "x.yaml:1:8: fleet: link.yaml" + out},
		{"x.yaml", "fleet: " + fleet, fleet, ""},
		{"x.yaml", "fleet: deploy", "", "x.yaml:1:8: fleet: deploy is no file"},
		{"x.yaml", "fleet: [a]", "", "x.yaml:1:8: fleet is the path of a fleet file, as in deploy/fleet.yaml"},
		{"x.yaml", "\nflet: x", "", `x.yaml:2:1: unknown key "flet": did you mean fleet?`},
		{"x.yaml", "rules: x", "", `x.yaml:1:1: unknown key "rules": there is only fleet`},
		{"x.yaml", "- a", "", "x.yaml:1:1: settings are keys with values: fleet: deploy/fleet.yaml"},
	} {
		c, err := config.Read(write(t, filepath.Join(dir, test.name), test.text), test.name, dir)
		switch {
		case err != nil && err.Error() != test.err:
			t.Errorf("%s: %v", test.text, err)
		case err == nil && (test.err != "" || c.Fleet != test.fleet):
			t.Errorf("%s: %+v", test.text, c)
		}
	}
	if _, err := config.Read(write(t, filepath.Join(dir, "broken.yaml"), "fleet: [\n"), "broken.yaml", dir); err == nil {
		t.Error("broken YAML passes")
	}
	if _, err := config.Read(filepath.Join(dir, "absent.yaml"), "absent.yaml", dir); err == nil {
		t.Error("an absent file passes")
	}
}

// TestSchema: the schema knows the keys that are read, and no other.
func TestSchema(t *testing.T) {
	text, err := schemas.Files.ReadFile("config.json")
	if err != nil {
		t.Fatal(err)
	}
	var schema struct{ Properties map[string]any }
	if err := json.Unmarshal(text, &schema); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	write(t, filepath.Join(dir, "x"), "")
	for key := range schema.Properties {
		if _, err := config.Read(write(t, filepath.Join(dir, ".ecslint.yaml"), `"`+key+`": x`), "", dir); err != nil {
			t.Errorf("%s: %v", key, err)
		}
	}
	if len(schema.Properties) != 2 {
		t.Errorf("%d keys", len(schema.Properties))
	}
}
