package scripts_test

import (
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/adapt/scripts"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/json"
	"github.com/ecslint/ecslint/internal/syntax/syntaxtest"
	"github.com/ecslint/ecslint/internal/syntax/yaml"
)

// seeds are the YAML files of the cases of the format.
func seeds(t testing.TB) []string {
	archive, err := txtar.ParseFile("../../../testdata/formats/scripts.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, f := range archive.Files {
		if strings.HasPrefix(filepath.Ext(f.Name), ".y") {
			texts = append(texts, string(f.Data))
		}
	}
	return texts
}

// read gives all that the scripts of a text hold. Every file that they name holds the same.
func read(name, text string) []adapt.Result {
	f := source.NewFile(name, "", []byte(text))
	roots, _ := yaml.Parse(f.Text())
	var results []adapt.Result
	for _, root := range roots {
		results = append(results, scripts.Read(f, root, func(name string) (*syntax.Node, adapt.Reference) {
			tree, _ := json.Parse(source.NewFile(name, "/"+name, []byte(`{"family": "x"}`)).Text())
			return tree, adapt.Reference{Name: name}
		}))
	}
	return results
}

var names = []string{"x.yml", ".gitlab-ci.yml", ".travis.yml", ".circleci/config.yml"}

// check reads a text under a name that may decide what it is: all places lie in their files.
func check(t *testing.T, text string) {
	t.Helper()
	for _, result := range read(names[len(text)%len(names)], text) {
		for _, p := range result.Problems {
			syntaxtest.Range(t, p.Range)
		}
		for _, r := range result.References {
			syntaxtest.Range(t, r.Range)
		}
		for _, o := range result.Objects {
			_ = o.Label()
			for _, u := range o.AllUnread() {
				syntaxtest.Range(t, u.Range)
			}
			o.Root.Walk(func(n *syntax.Node) bool {
				syntaxtest.Range(t, n.Range)
				return true
			})
		}
	}
}

func TestMutations(t *testing.T) {
	tokens := []string{
		"'", "\"", "\n", "\n      ", "- ", ": ", " #", "{", "}", "[", "]", ",", "|", ">", "&a ", "*a", "!x ", "\\", "\t", "{{ x }}", "${{ env.IMAGE }}", "$IMAGE",
		"run: ", "script: ", "commands:\n", "shell: pwsh\n", "if: x\n", "env: {A: b}\n", "working-directory: x\n", "uses: aws-actions/amazon-ecs-render-task-definition@v1\n",
		"with: {task-definition: x}\n", "(", ")", "fi", "<<E\n", "E\n", "aws ecs run-task ", "é", "\xff", "file://x.json", "--cli-input-yaml ",
	}
	syntaxtest.Mutations(t, seeds(t), tokens, check)
}

func FuzzRead(f *testing.F) {
	for _, seed := range seeds(f) {
		f.Add(seed)
	}
	f.Fuzz(check)
}

// TestCheapLook checks that nothing is read, and no file loaded, where MayHold says that there is nothing.
func TestCheapLook(t *testing.T) {
	for _, text := range []string{
		"on: push\njobs: {a: {steps: [{run: make}]}}", "a: arn:aws:ecs:x", "a: 123456789012.dkr.ecr.eu-west-1.amazonaws.com/ecs:1", "- aws", "run: aws s3 ls",
	} {
		if scripts.MayHold(text) {
			t.Errorf("%q may hold a script", text)
		}
		for _, result := range read("x.yml", text) {
			if len(result.Objects)+len(result.References) > 0 {
				t.Errorf("%q holds something", text)
			}
		}
	}
	for _, text := range []string{"run: aws ecs x", "- aws \\\n  ecs x", "run: \"aws\" ecs x", "uses: aws-actions/x"} {
		if !scripts.MayHold(text) {
			t.Errorf("%q can't hold a script", text)
		}
	}
}

func TestWhatItIs(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"x.yml", "on: push\njobs: {}", "a GitHub workflow without aws ecs calls"},
		{".github/workflows/x.yml", "jobs: {}", "a GitHub workflow without aws ecs calls"},
		{"action.yml", "runs: {using: composite}", "a GitHub action without aws ecs calls"},
		{"x.yml", "version: 0.2\nphases: {}", "a build specification without aws ecs calls"},
		{".gitlab-ci.yml", "a: {script: []}", "a GitLab pipeline without aws ecs calls"},
		{"x.yml", "version: 2.1\njobs: {}", "a CircleCI configuration without aws ecs calls"},
		{".travis.yml", "language: go", "a Travis CI configuration without aws ecs calls"},
		{"x.yml", "- hosts: all", "an Ansible playbook without aws ecs calls"},
		{"x.yml", "a: 1", ""},
		{"x.yml", "- a", ""},
	} {
		if got := read(test.name, test.text)[0].Why; got != test.want {
			t.Errorf("%s %q: %q, want %q", test.name, test.text, got, test.want)
		}
	}
}
