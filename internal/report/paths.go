package report

import (
	"net/url"
	"path"
	"path/filepath"
	"strings"

	"github.com/ecslint/ecslint/internal/source"
)

// paths knows files by their place below a root, as those do who only know the repository.
type paths struct {
	root  string // "" where none is known
	files map[*source.File]filePath
}

type filePath struct {
	relative string // slash separated, below the root; the file's name where it isn't below the root
	absolute string // "" for files below the root
}

func newPaths(root string) *paths {
	if root != "" {
		root = resolve(root)
	}
	return &paths{root, map[*source.File]filePath{}}
}

func (p *paths) of(f *source.File) filePath {
	known, ok := p.files[f]
	if !ok {
		known = p.find(f)
		p.files[f] = known
	}
	return known
}

func (p *paths) find(f *source.File) filePath {
	name := path.Clean(f.Name)
	if p.root == "" || f.Path == "" {
		if path.IsAbs(name) {
			return filePath{name, name}
		}
		return filePath{relative: name}
	}
	target := resolve(f.Path)
	relative, err := filepath.Rel(p.root, target)
	if err != nil || !filepath.IsLocal(relative) {
		return filePath{name, filepath.ToSlash(target)}
	}
	return filePath{relative: filepath.ToSlash(relative)}
}

// resolve follows symbolic links: a code host knows only the files that they lead to.
func resolve(name string) string {
	if target, err := filepath.EvalSymlinks(name); err == nil {
		return target
	}
	return filepath.Clean(name)
}

// uriPath percent-encodes a slash separated path. A colon too, which would make a scheme of a first segment.
func uriPath(p string) string {
	segments := strings.Split(p, "/")
	for i, s := range segments {
		segments[i] = strings.ReplaceAll(url.PathEscape(s), ":", "%3A")
	}
	return strings.Join(segments, "/")
}

// fileURI is the URI of an absolute path; on Windows it begins with a drive.
func fileURI(p string) string {
	p = filepath.ToSlash(p)
	if !strings.HasPrefix(p, "/") {
		p = "/" + p
	}
	return "file://" + uriPath(p)
}
