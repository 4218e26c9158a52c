package engine

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
)

// readStdin takes standard input as one more file. Named a second time, it is that file again.
func (e *run) readStdin(ctx context.Context) {
	name, path := "stdin", ""
	if e.StdinName != "" {
		name, path = e.StdinName, e.absolute(e.StdinName)
	}
	if _, again := e.found[path]; again {
		return
	}
	data, err := readAll(ctx, e.Stdin)
	if err != nil {
		e.fail("-", err)
		return
	}
	e.stdin = data
	root := e.Dir
	if path != "" {
		root = filepath.Dir(path)
	}
	e.add(candidate{name: filepath.ToSlash(name), path: path, root: e.rootOf(root), named: true, stdin: true})
}

// readAll reads up to the largest size of a file. A terminal may never end: it doesn't outlast the call.
func readAll(ctx context.Context, r io.Reader) ([]byte, error) {
	type content struct {
		data []byte
		err  error
	}
	read := make(chan content, 1)
	go func() {
		data, err := io.ReadAll(io.LimitReader(r, MaxFileSize+1))
		if err == nil && len(data) > MaxFileSize {
			err = fmt.Errorf("too large: ecslint reads up to %d MiB", MaxFileSize>>20)
		}
		read <- content{data, err}
	}()
	select {
	case c := <-read:
		return c.data, c.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (e *run) absolute(path string) string {
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(e.Dir, path)
}
