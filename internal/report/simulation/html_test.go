package simulation_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/ecslint/ecslint/internal/report/simulation"
)

var update = flag.Bool("update", false, "write the expected output anew")

func TestHTML(t *testing.T) {
	golden(t, "web-app.html", html(t, webApp()))
}

func html(t *testing.T, r *simulation.Report) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := r.WriteHTML(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// style is that of a page: page.css, which goldens don't repeat.
var style = regexp.MustCompile(`(?s)<style>.+</style>`)

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	if filepath.Ext(name) == ".html" {
		if !style.Match(got) {
			t.Fatalf("%s has no style", name)
		}
		got = style.ReplaceAll(got, []byte("<style>page.css</style>"))
	}
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs from what is written now; see with -update and git diff", path)
	}
}
