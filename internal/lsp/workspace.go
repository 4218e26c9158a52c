package lsp

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/sourcegraph/jsonrpc2"
)

// folders are the workspace's root folders, as absolute paths.
type folders struct {
	mu    sync.Mutex
	paths []string
}

func (f *folders) reset(params initializeParams) {
	given := params.WorkspaceFolders
	if len(given) == 0 && params.RootURI != nil {
		given = []workspaceFolder{{URI: *params.RootURI}}
	}
	f.change(given, nil)
}

func (f *folders) change(added, removed []workspaceFolder) {
	f.mu.Lock()
	defer f.mu.Unlock()
	gone := folderPaths(removed)
	f.paths = slices.DeleteFunc(f.paths, func(p string) bool { return slices.Contains(gone, p) })
	f.paths = append(f.paths, folderPaths(added)...)
}

func folderPaths(folders []workspaceFolder) []string {
	var paths []string
	for _, folder := range folders {
		if p, ok := uriToPath(folder.URI); ok {
			paths = append(paths, p)
		}
	}
	return paths
}

// around is the innermost folder that holds path, "" when none does.
func (f *folders) around(path string) string {
	f.mu.Lock()
	defer f.mu.Unlock()
	best := ""
	for _, folder := range f.paths {
		inside := strings.TrimSuffix(folder, string(filepath.Separator)) + string(filepath.Separator)
		if strings.HasPrefix(path, inside) && len(folder) > len(best) {
			best = folder
		}
	}
	return best
}

func (s *server) didChangeWorkspaceFolders(_ context.Context, _ *jsonrpc2.Conn, r *jsonrpc2.Request) error {
	var params didChangeWorkspaceFoldersParams
	if err := decode(r, &params); err != nil {
		return err
	}
	s.folders.change(params.Event.Added, params.Event.Removed)
	s.recheckAll()
	return nil
}
