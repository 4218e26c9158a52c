package lsp

import (
	"net/url"
	"path"
	"path/filepath"
	"runtime"
	"strings"
)

// uriToPath gives the absolute path of a file: URI and true; for any other URI a mere name and false.
func uriToPath(uri string) (string, bool) {
	u, err := url.Parse(uri)
	if err != nil {
		return uri, false
	}
	if u.Scheme != "file" || u.Path == "" {
		return path.Base(u.Path + u.Opaque), false
	}
	p := u.Path
	if runtime.GOOS == "windows" {
		if u.Host != "" {
			p = "//" + u.Host + p
		} else {
			p = strings.TrimPrefix(p, "/") // /c:/x is c:\x
		}
	}
	return filepath.Clean(filepath.FromSlash(p)), true
}

func pathToURI(p string) string {
	p = filepath.ToSlash(p)
	if !strings.HasPrefix(p, "/") {
		p = "/" + p
	}
	return (&url.URL{Scheme: "file", Path: p}).String()
}
