package ruletest

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/ecslint/ecslint/internal/cli"
	"github.com/ecslint/ecslint/rules"
)

// fixedFolder holds a bad case's files as all fixes leave them.
const fixedFolder = "fixed/"

// testFixed applies all fixes of a rule to a case: the files that they change are in the archive, no others are, and
// once fixed there is nothing more to fix.
func testFixed(t *testing.T, archive *txtar.Archive, name string, r *rules.Rule, files []txtar.File) {
	t.Helper()
	dir := writeFolder(t, files)
	fix(t, dir, "--fix", "--unsafe-fixes", "--only", r.Name)
	if diff := fix(t, dir, "--diff", "--unsafe-fixes", "--only", r.Name); diff != "" {
		t.Errorf("the second time there is more to fix:\n%s", diff)
	}
	for _, f := range files {
		got, err := os.ReadFile(filepath.Join(dir, f.Name))
		if err != nil {
			t.Fatal(err)
		}
		golden := name + "/" + fixedFolder + f.Name
		is := func(other txtar.File) bool { return other.Name == golden }
		i := slices.IndexFunc(archive.Files, is)
		want := f.Data
		if i >= 0 {
			want = archive.Files[i].Data
		}
		switch {
		case !*update:
			if diff := cmp.Diff(string(want), string(got)); diff != "" {
				t.Errorf("%s after all fixes, -want +got (-update writes it anew)\n%s", f.Name, diff)
			}
		case bytes.Equal(got, f.Data):
			archive.Files = slices.DeleteFunc(archive.Files, is)
		default:
			setFile(archive, golden, string(got))
		}
	}
}

// fix runs the program in a folder and gives what it says.
func fix(t *testing.T, dir string, flags ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	args := append([]string{"check", "--quiet"}, flags...)
	if code := cli.Main(args, cli.IO{Out: &out, Err: &errs, Dir: dir, Getenv: none, Today: today}); code > cli.ExitFindings || errs.Len() > 0 {
		t.Errorf("exit code %d: %s", code, errs.String())
	}
	return out.String()
}
