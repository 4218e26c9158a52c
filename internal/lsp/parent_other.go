//go:build !unix

package lsp

import "os"

// alive reports that a process exists: elsewhere than on Unix, finding it fails when it doesn't.
func alive(pid int) bool {
	p, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	return p.Release() == nil
}
