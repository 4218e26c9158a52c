package ruletest

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/adapt/awscli"
	"github.com/ecslint/ecslint/internal/adapt/awsjson"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/json"
)

// reader reads files through the adapters, each file once.
type reader struct {
	t     *testing.T
	files map[string]*source.File
}

func newReader(t *testing.T) *reader { return &reader{t, map[string]*source.File{}} }

// filesBelow are the JSON and YAML files and the scripts of a folder, or the file itself.
func filesBelow(t *testing.T, path string) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(path, func(path string, d fs.DirEntry, err error) error {
		if ext := filepath.Ext(path); ext == ".json" || ext == ".sh" || isYAML(path) {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func (r *reader) file(path string) *source.File {
	r.t.Helper()
	if r.files[path] == nil {
		data, err := os.ReadFile(path)
		if err != nil {
			r.t.Fatal(err)
		}
		r.files[path] = source.NewFile(filepath.Base(path), path, data)
	}
	return r.files[path]
}

func (r *reader) read(path string) adapt.Result {
	r.t.Helper()
	f := r.file(path)
	return adapted(f, func(name string) (*syntax.Node, adapt.Reference) {
		named := filepath.Join(filepath.Dir(path), name)
		if _, err := os.Stat(named); err != nil {
			return nil, adapt.Reference{Name: name}
		}
		tree, _ := json.Parse(r.file(named).Text())
		return tree, adapt.Reference{Name: name, Path: named}
	})
}

// adapted reads a script, JSON or a text with snippets of both, as its name says.
func adapted(f *source.File, load awscli.Load) adapt.Result {
	var result adapt.Result
	if read := snippetReader(f.Name); read != nil {
		result = read(f.Text(), load)
	} else if isYAML(f.Name) {
		result = readYAML(f, load)
	} else if filepath.Ext(f.Name) == ".sh" {
		result = awscli.Read(f.Text(), "shell", load)
	} else {
		result = awsjson.Read(f)
	}
	for i, o := range result.Objects {
		o.Ordinal = i + 1
	}
	return result
}
