package fix

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
)

// Write replaces a file's content at once or not at all, and keeps its mode. A symbolic link stays one: what it leads
// to is written. Nothing outside of root is, nor what isn't as it was when it was read.
func Write(root, path string, before, after []byte) error {
	root, err := filepath.EvalSymlinks(root)
	if err != nil {
		return err
	}
	target, err := filepath.EvalSymlinks(path)
	if err != nil {
		return err
	}
	name, err := filepath.Rel(root, target)
	if err != nil || !filepath.IsLocal(name) {
		return fmt.Errorf("not written: it lies outside of %s", filepath.ToSlash(root))
	}
	folder, err := os.OpenRoot(root)
	if err != nil {
		return err
	}
	defer folder.Close()
	return replace(folder, name, before, after)
}

func replace(root *os.Root, name string, before, after []byte) error {
	info, err := root.Stat(name)
	if err != nil {
		return err
	}
	if !writable(root, name, info) {
		return errors.New("not written: it is read-only")
	}
	temporary, err := writeBeside(root, name, info.Mode().Perm(), after)
	if err != nil {
		return err
	}
	now, err := root.ReadFile(name)
	if err == nil && !bytes.Equal(now, before) {
		err = errors.New("not written: it was changed meanwhile")
	}
	if err == nil {
		err = root.Rename(temporary, name)
	}
	if err != nil {
		return errors.Join(err, root.Remove(temporary))
	}
	return nil
}

// writable asks the mode too: the superuser may write everything.
func writable(root *os.Root, name string, info fs.FileInfo) bool {
	const anyWrite = 0o222
	if info.Mode()&anyWrite == 0 {
		return false
	}
	f, err := root.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return false
	}
	return f.Close() == nil
}

// writeBeside writes a new file in the folder of name, where it can be renamed from, down to the disk.
func writeBeside(root *os.Root, name string, mode fs.FileMode, data []byte) (string, error) {
	const mine = 0o600
	for i := 0; ; i++ {
		temporary := filepath.Join(filepath.Dir(name), "."+filepath.Base(name)+".ecslint"+strconv.Itoa(i))
		f, err := root.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mine)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return "", err
		}
		_, err = f.Write(data)
		if err = errors.Join(err, f.Chmod(mode), f.Sync(), f.Close()); err != nil {
			return "", errors.Join(err, root.Remove(temporary))
		}
		return temporary, nil
	}
}
