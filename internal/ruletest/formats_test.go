package ruletest

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/adapt/awscli"
	"github.com/ecslint/ecslint/internal/adapt/snippets"
	"github.com/ecslint/ecslint/internal/cli"
	"github.com/ecslint/ecslint/internal/source"
)

const formatsFolder = "../../testdata/formats"

// formatRules are few and well known, so that a new rule doesn't change what the formats' cases print.
var formatRules = []string{
	"fargate-task-size", "mutable-image-tag", "duplicate-host-port", "unknown-load-balancer-target", "invalid-depends-on",
	"syntax-error", "json-comment", "json-trailing-comma", "duplicate-key", "unread-reference", "unreadable-file", "internal-error",
}

// TestFormats runs the program over files of each format: findings stand at the exact place in the outer file, and
// what isn't read is explained. -update writes the wanted output anew. What stands in a case's file "flags" is added to
// the call.
func TestFormats(t *testing.T) {
	archives, err := filepath.Glob(filepath.Join(formatsFolder, "*.txtar"))
	if err != nil || len(archives) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, path := range archives {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range caseNames(archive) {
			t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar")+"/"+name, func(t *testing.T) {
				files, want, _ := split(archive, name)
				files, flags := cutFlags(files)
				got := checkFormats(t, writeFolder(t, files), flags)
				if *update {
					setFile(archive, name+"/want", got)
				} else if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("-want +got (-update writes it anew)\n%s", diff)
				}
			})
		}
		if *update {
			write(t, path, txtar.Format(archive))
		}
	}
}

// TestFormatMutations breaks the files of the formats at random and runs everything over what is left.
func TestFormatMutations(t *testing.T) {
	times := mutations(t)
	seeds := formatSeeds(t)
	random := rand.New(rand.NewPCG(1, 2))
	withObjects, findings := 0, 0
	for i := range times {
		seed := seeds[random.IntN(len(seeds))]
		data := mutate(random, seed.Data, seeds[random.IntN(len(seeds))].Data)
		objects, found := runMutation(t, seed.Name, data, nil)
		findings += found
		if objects > 0 {
			withObjects++
		}
		if t.Failed() {
			t.Fatalf("mutation %d of %s:\n%q", i, seed.Name, data)
		}
	}
	t.Logf("%d mutations of %d files, %d still with objects, %d findings", times, len(seeds), withObjects, findings)
}

// formatSeeds are the files of the cases that snippets are read from.
func formatSeeds(t *testing.T) []txtar.File {
	t.Helper()
	archives, _ := filepath.Glob(filepath.Join(formatsFolder, "*.txtar"))
	var seeds []txtar.File
	for _, path := range archives {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			if name := filepath.Base(f.Name); snippetReader(name) != nil {
				seeds = append(seeds, txtar.File{Name: name, Data: f.Data})
			}
		}
	}
	return seeds
}

// snippetReader is what reads a file in which ECS code stands inside of other text; nil for others.
func snippetReader(name string) func(source.Text, awscli.Load) adapt.Result {
	switch {
	case strings.HasPrefix(name, "Makefile"):
		return snippets.ReadMakefile
	case strings.HasPrefix(name, "Jenkinsfile"):
		return snippets.ReadJenkinsfile
	}
	return map[string]func(source.Text, awscli.Load) adapt.Result{
		".md": snippets.ReadMarkdown, ".txt": snippets.ReadPasted, ".ps1": snippets.ReadPowerShell,
	}[filepath.Ext(name)]
}

// cutFlags takes the flags of a case out of its files.
func cutFlags(files []txtar.File) (rest []txtar.File, flags []string) {
	for _, f := range files {
		if f.Name == "flags" {
			flags = strings.Fields(string(f.Data))
		} else {
			rest = append(rest, f)
		}
	}
	return rest, flags
}

func checkFormats(t *testing.T, dir string, flags []string) string {
	t.Helper()
	if err := os.Mkdir(filepath.Join(dir, ".git"), 0o755); err != nil { // the files are a repository of their own
		t.Fatal(err)
	}
	args := []string{"check", "--color=never", "--explain-files", "--only", strings.Join(formatRules, ",")}
	args = append(args, flags...)
	var out, errs bytes.Buffer
	if code := cli.Main(args, cli.IO{Out: &out, Err: &errs, Dir: dir, Getenv: none}); code > cli.ExitFindings {
		t.Errorf("exit code %d", code)
	}
	return errs.String() + out.String()
}
