package awscli_test

import (
	"math/rand/v2"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/ecslint/ecslint/internal/adapt/awscli"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

// pieces are what breaks calls.
var pieces = []string{
	" ", "\n", " \\\n", "\\ \n", "--", "--x", "=", "'", `"`, "{", "}", "[", "]", ",", "$X", "${X[@]}", "$(x)", "`", "...", "help", "#", "aws ecs ",
	"docker push ", "wait ", "--cli-input-json ", "{a,b}", "é", "\xff",
}

func TestReadMutations(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	seeds := scripts(t)
	for range 5000 {
		script := []byte(seeds[random.IntN(len(seeds))])
		for range 1 + random.IntN(4) {
			at := random.IntN(len(script) + 1)
			end := min(len(script), at+random.IntN(8))
			piece := pieces[random.IntN(len(pieces))]
			script = append(script[:at:at], append([]byte(piece), script[end:]...)...)
		}
		checkRead(t, string(script))
	}
}

func FuzzRead(f *testing.F) {
	for _, script := range scripts(f) {
		f.Add(script)
	}
	f.Fuzz(func(t *testing.T, script string) { checkRead(t, script) })
}

func scripts(t testing.TB) []string {
	t.Helper()
	var found []string
	for _, path := range []string{"testdata/calls.txtar", "testdata/commands.txtar"} {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			found = append(found, string(f.Data))
		}
	}
	return found
}

// checkRead checks that every node of every object stands somewhere in the script.
func checkRead(t *testing.T, script string) {
	t.Helper()
	file := source.NewFile("x.sh", "", []byte(script))
	result := awscli.Read(file.Text(), "shell", loadFrom(nil))
	for _, o := range result.Objects {
		_ = o.Label()
		o.Root.Walk(func(n *syntax.Node) bool {
			if n.Range.File != file || n.Range.Start < 0 || n.Range.Start > n.Range.End || n.Range.End > len(script) {
				t.Errorf("%q: %q stands at %d-%d", script, n.String(), n.Range.Start, n.Range.End)
			}
			return true
		})
	}
}
