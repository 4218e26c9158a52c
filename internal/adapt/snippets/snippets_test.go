package snippets_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/adapt/awscli"
	"github.com/ecslint/ecslint/internal/adapt/snippets"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/json"
	"github.com/ecslint/ecslint/internal/syntax/syntaxtest"
)

var readers = map[string]func(source.Text, awscli.Load) adapt.Result{
	"markdown":    snippets.ReadMarkdown,
	"text":        snippets.ReadPasted,
	"makefile":    snippets.ReadMakefile,
	"powershell":  snippets.ReadPowerShell,
	"jenkinsfile": snippets.ReadJenkinsfile,
}

func none(name string) (*syntax.Node, adapt.Reference) { return nil, adapt.Reference{Name: name} }

// seeds are the files of the cases of each format.
func seeds(t testing.TB) []string {
	archives, err := filepath.Glob("../../../testdata/formats/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	var texts []string
	for _, path := range archives {
		if readers[strings.TrimSuffix(filepath.Base(path), ".txtar")] == nil {
			continue
		}
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			if filepath.Base(f.Name) != "want" {
				texts = append(texts, string(f.Data))
			}
		}
	}
	return texts
}

func check(t *testing.T, text string) {
	for name, read := range readers {
		f := source.NewFile(name, "", []byte(text))
		result := read(f.Text(), func(name string) (*syntax.Node, adapt.Reference) {
			tree, _ := json.Parse(source.NewFile(name, "/"+name, []byte(`{"family": "x"}`)).Text())
			return tree, adapt.Reference{Name: name}
		})
		if len(result.Objects) == 0 && result.Why == "" {
			t.Fatalf("%s: no objects, and nothing says why", name)
		}
		for _, o := range result.Objects {
			_ = o.Label()
			o.Root.Walk(func(n *syntax.Node) bool {
				syntaxtest.Range(t, n.Range)
				return true
			})
			for _, u := range o.AllUnread() {
				syntaxtest.Range(t, u.Range)
			}
		}
		for _, p := range result.Problems {
			syntaxtest.Range(t, p.Range)
		}
	}
}

func TestMutations(t *testing.T) {
	tokens := []string{"```", "\n", "'", "\"", "{", "}", "[", "]", "$(", ")", "\\\n", "`\n", "...", "…", "//", "#", "$", "aws ecs run-task --a ", "é", "\xff", "\x00", "\r\n", "    ", "> ", "\t", "<x>", "@'\n", "sh '"}
	syntaxtest.Mutations(t, seeds(t), tokens, check)
}

func FuzzRead(f *testing.F) {
	for _, seed := range seeds(f) {
		f.Add(seed)
	}
	f.Fuzz(check)
}

// TestForeignIsLeft checks that texts without ECS are left.
func TestForeignIsLeft(t *testing.T) {
	text := source.NewFile("x", "", []byte(strings.Repeat("Some prose about `something`, at length.\n\n```sh\nls -l | sort\n```\n", 10_000))).Text()
	for name, read := range readers {
		if result := read(text, none); len(result.Objects) > 0 || !strings.HasSuffix(result.Why, " without ECS code") {
			t.Errorf("%s: %q", name, result.Why)
		}
	}
}

// TestCorpus reads real files: nothing panics, and what holds no object says why.
func TestCorpus(t *testing.T) {
	const corpus = "../../../../shared/corpus/visible/"
	for pattern, format := range map[string]string{
		"c-cli-docs/*.md": "markdown", "a-taskdef-docs/*.md": "markdown", "c-cli/*.ps1": "powershell",
		"c-cli/*Jenkinsfile": "jenkinsfile", "c-cli/*Makefile": "makefile", "c-cli/*.txt": "text",
	} {
		files, _ := filepath.Glob(corpus + pattern)
		if len(files) == 0 {
			t.Skip("no corpus beside the project")
		}
		read := 0
		for _, path := range files {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			check(t, string(data))
			result := readers[format](source.NewFile(path, "", data).Text(), none)
			if len(result.Objects) > 0 {
				read++
			} else {
				t.Logf("%s: %s", filepath.Base(path), result.Why)
			}
		}
		t.Logf("%s: %d of %d files hold objects", pattern, read, len(files))
	}
}

func BenchmarkMarkdown(b *testing.B) {
	var long strings.Builder
	for _, seed := range seeds(b) {
		long.WriteString(seed)
	}
	text := source.NewFile("x.md", "", []byte(strings.Repeat(long.String(), 50))).Text()
	b.SetBytes(int64(text.Len()))
	for b.Loop() {
		snippets.ReadMarkdown(text, none)
	}
}
