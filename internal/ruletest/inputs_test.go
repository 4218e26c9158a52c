package ruletest

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/syntax"
)

const (
	examplesFolder = "../../examples"
	corpusFolder   = "../../../shared/corpus/visible"
)

// input is the objects of files that are read together.
type input struct {
	name    string
	objects []*ecs.Object
}

// folder is the files of one case.
type folder struct{ name, path string }

// casesAsFolders are the cases whose name begins with prefix, of all rules.
func casesAsFolders(t *testing.T, prefix string) []folder {
	t.Helper()
	archives, err := filepath.Glob(filepath.Join(casesFolder, "*.txtar"))
	if err != nil || len(archives) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	var folders []folder
	for _, path := range archives {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range caseNames(archive) {
			if strings.HasPrefix(name, prefix) {
				files, _, _ := split(archive, name)
				folders = append(folders, folder{filepath.Base(path) + "/" + name, writeFolder(t, files)})
			}
		}
	}
	return folders
}

func badCases(t *testing.T) []input {
	t.Helper()
	var inputs []input
	for _, f := range casesAsFolders(t, "bad") {
		inputs = append(inputs, inputOf(t, f.name, f.path))
	}
	return inputs
}

func examplesAsInputs(t *testing.T) []input {
	t.Helper()
	folders, err := filepath.Glob(filepath.Join(examplesFolder, "*"))
	if err != nil || len(folders) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	var inputs []input
	for _, folder := range folders {
		inputs = append(inputs, inputOf(t, folder, folder))
	}
	return inputs
}

// corpusFiles are files of kinds of the corpus of real setups; the test is skipped where there is none.
func corpusFiles(t *testing.T, patterns ...string) []string {
	t.Helper()
	var files []string
	for _, pattern := range patterns {
		found, _ := filepath.Glob(filepath.Join(corpusFolder, pattern))
		files = append(files, found...)
	}
	if len(files) == 0 {
		t.Skip("no corpus beside the project")
	}
	return files
}

// someCorpusFiles are n files of the corpus, always the same.
func someCorpusFiles(t *testing.T, n int, patterns ...string) []string {
	t.Helper()
	files := corpusFiles(t, patterns...)
	random := rand.New(rand.NewPCG(1, 2))
	random.Shuffle(len(files), func(i, j int) { files[i], files[j] = files[j], files[i] })
	return files[:min(n, len(files))]
}

func writeFolder(t *testing.T, files []txtar.File) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range files {
		path := filepath.Join(dir, f.Name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		write(t, path, f.Data)
	}
	return dir
}

// inputOf reads a file, or the files of a folder.
func inputOf(t *testing.T, name, path string) input {
	t.Helper()
	in := input{name: name}
	r := newReader(t)
	for _, file := range filesBelow(t, path) {
		in.objects = append(in.objects, r.read(file).Objects...)
	}
	return in
}

// copied is the input with trees of its own.
func (in input) copied() input {
	out := input{name: in.name}
	for _, o := range in.objects {
		out.objects = append(out.objects, &ecs.Object{
			Type: o.Type, Operation: o.Operation, Root: o.Root.Clone(), File: o.File,
			Format: o.Format, Origin: o.Origin, Ordinal: o.Ordinal, Output: o.Output, Fragment: o.Fragment, Given: o.Given, Unread: slices.Clone(o.Unread),
		})
	}
	return out
}

// nodes are all nodes of all objects but the roots, in order.
func (in input) nodes() []*syntax.Node {
	var nodes []*syntax.Node
	for _, o := range in.objects {
		o.Root.Walk(func(n *syntax.Node) bool {
			if n != o.Root {
				nodes = append(nodes, n)
			}
			return true
		})
	}
	return nodes
}
