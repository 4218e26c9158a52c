package fix_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/fix"
)

func newFile(t *testing.T, dir, name string, mode os.FileMode) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("before"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, mode); err != nil {
		t.Fatal(err)
	}
	return path
}

func requireContent(t *testing.T, path, want string) {
	t.Helper()
	if data, err := os.ReadFile(path); err != nil || string(data) != want {
		t.Errorf("%s holds %q (%v), want %q", path, data, err, want)
	}
	files, _ := os.ReadDir(filepath.Dir(path))
	for _, f := range files {
		if strings.Contains(f.Name(), ".ecslint") {
			t.Errorf("%s was left behind", f.Name())
		}
	}
}

func TestWrite(t *testing.T) {
	dir := t.TempDir()
	for _, mode := range []os.FileMode{0o600, 0o644, 0o755, 0o664} {
		path := newFile(t, dir, "sub/x.json", mode)
		if err := fix.Write(dir, path, []byte("before"), []byte("after")); err != nil {
			t.Fatal(err)
		}
		requireContent(t, path, "after")
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != mode && runtime.GOOS != "windows" {
			t.Errorf("mode %v, want %v (%v)", info.Mode(), mode, err)
		}
	}
}

func TestWriteRefuses(t *testing.T) {
	dir, outside := t.TempDir(), t.TempDir()
	readOnly := newFile(t, dir, "read-only", 0o444)
	changed := newFile(t, dir, "changed", 0o644)
	foreign := newFile(t, outside, "foreign", 0o644)
	for path, want := range map[string]string{
		readOnly: "it is read-only",
		changed:  "it was changed meanwhile",
		foreign:  "it lies outside of",
		filepath.Join(dir, "../"+filepath.Base(outside)+"/foreign"): "it lies outside of",
		filepath.Join(dir, "nothing"):                               "no such file",
	} {
		before := "before"
		if path == changed {
			before = "something else"
		}
		err := fix.Write(dir, path, []byte(before), []byte("after"))
		if err == nil || !strings.Contains(err.Error(), want) && runtime.GOOS != "windows" {
			t.Errorf("%s: %v, want %q", path, err, want)
		}
	}
	for _, path := range []string{readOnly, changed, foreign} {
		requireContent(t, path, "before")
	}
}

func TestWriteThroughLinks(t *testing.T) {
	dir, outside := t.TempDir(), t.TempDir()
	target := newFile(t, dir, "sub/target", 0o644)
	foreign := newFile(t, outside, "foreign", 0o644)
	inside, out := filepath.Join(dir, "inside"), filepath.Join(dir, "out")
	if os.Symlink(target, inside) != nil || os.Symlink(foreign, out) != nil {
		t.Skip("symbolic links can't be made here")
	}
	if err := fix.Write(dir, inside, []byte("before"), []byte("after")); err != nil {
		t.Error(err)
	}
	requireContent(t, target, "after")
	if info, err := os.Lstat(inside); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link is no link any more")
	}
	if err := fix.Write(dir, out, []byte("before"), []byte("after")); err == nil {
		t.Error("a link that leads out of the root is written")
	}
	requireContent(t, foreign, "before")
}
