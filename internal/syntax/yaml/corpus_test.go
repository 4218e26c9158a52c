package yaml_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax/yaml"
)

// TestCorpus reads real files and compares each with what the library reads.
func TestCorpus(t *testing.T) {
	files, _ := filepath.Glob("../../../../shared/corpus/visible/*/*.y*ml")
	if len(files) == 0 {
		t.Skip("no corpus beside the project")
	}
	broken, size := 0, 0
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		size += len(data)
		name := filepath.Base(path)
		checkSame(t, name, data)
		f := source.NewFile(name, "", data)
		if _, problems := yaml.Parse(f.Text()); len(problems) > 0 {
			broken++
			p := f.Position(problems[0].Range.Start, source.CodePoints)
			t.Logf("%s:%d:%d: %s", name, p.Line, p.Column, problems[0].Message)
		}
	}
	t.Logf("%d files, %d bytes, %d with problems", len(files), size, broken)
}
