package ruletest

import (
	"path/filepath"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/adapt/awscli"
	"github.com/ecslint/ecslint/internal/adapt/document"
	"github.com/ecslint/ecslint/internal/adapt/scripts"
	"github.com/ecslint/ecslint/internal/rego"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax/yaml"
)

func isYAML(name string) bool { return filepath.Ext(name) == ".yml" || filepath.Ext(name) == ".yaml" }

// readYAML reads the documents of a stream: as they are, else for the scripts in them. Only what is a document as a
// whole has a tree.
func readYAML(f *source.File, load awscli.Load) adapt.Result {
	roots, problems := yaml.Parse(f.Text())
	all := adapt.Result{Problems: problems}
	for _, root := range roots {
		objects, why := document.Objects(f, "yaml", root)
		found := adapt.Result{Objects: objects, Why: why}
		if len(objects) == 0 && !document.IsTemplate(root) {
			found = scripts.Read(f, root, load)
		} else if len(roots) == 1 {
			all.Tree = root
		}
		all.Objects = append(all.Objects, found.Objects...)
		all.Problems = append(all.Problems, found.Problems...)
		all.Why = found.Why
	}
	return all
}

// TestBlankingOfYAML makes parts of the cases of the YAML formats unknown.
func TestBlankingOfYAML(t *testing.T) {
	host := rego.New(everyRule)
	inputs, variants := 0, 0
	for _, name := range []string{"yaml.txtar", "scripts.txtar"} {
		archive, err := txtar.ParseFile(filepath.Join(formatsFolder, name))
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range caseNames(archive) {
			files, _, _ := split(archive, c)
			in := inputOf(t, c, writeFolder(t, files))
			if len(in.objects) == 0 {
				continue
			}
			inputs++
			b := newBlanking(t, in, host)
			b.oneByOne()
			b.wholes()
			variants += b.variants
		}
	}
	t.Logf("%d inputs, %d variants", inputs, variants)
}

// TestYAMLOfTheCorpus reads real files and runs all rules over them; what they say of a copy in which parts are unknown
// they said before.
func TestYAMLOfTheCorpus(t *testing.T) {
	host := rego.New(everyRule)
	read, findings := 0, 0
	files := corpusFiles(t, "c-cli/*.y*ml", "f-*/*.y*ml", "d-*/*.y*ml", "b-*/*.y*ml")
	for _, path := range files {
		in := inputOf(t, path, path)
		if len(in.objects) == 0 {
			continue
		}
		read++
		b := newBlanking(t, in, host)
		b.atRandom(5)
		findings += len(b.original)
	}
	t.Logf("%d of %d files hold objects, %d findings", read, len(files), findings)
}
