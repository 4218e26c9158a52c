package ruletest

import (
	"path/filepath"
	"testing"
)

// TestCorpusIsRead reads real files of each kind and tells how many of them hold objects.
func TestCorpusIsRead(t *testing.T) {
	for _, kind := range []struct {
		pattern string
		least   float64 // share of the files that hold an object
	}{{"a-taskdef/*.json", 0.95}, {"b-service/*.json", 0.5}, {"c-cli/*.sh", 0.2}, {"g-describe/*.json", 0}} {
		r := newReader(t)
		files, read := corpusFiles(t, kind.pattern), 0
		for _, path := range files {
			result := r.read(path)
			if len(result.Objects) > 0 {
				read++
				input{path, result.Objects}.judged(t, nil)
			} else {
				t.Logf("not read: %s: %s", filepath.Base(path), result.Why)
			}
		}
		t.Logf("%s: %d of %d files hold objects", kind.pattern, read, len(files))
		if float64(read) < kind.least*float64(len(files)) {
			t.Errorf("%s: too few files hold objects", kind.pattern)
		}
	}
}
