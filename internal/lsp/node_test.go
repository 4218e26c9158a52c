package lsp_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestNodeClient drives the built program with the JSON-RPC library that VS Code uses.
func TestNodeClient(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed")
	}
	clientDir := filepath.Join("..", "..", "testdata", "lsp")
	if _, err := os.Stat(filepath.Join(clientDir, "node_modules")); err != nil {
		t.Skip("testdata/lsp/node_modules is absent: run npm ci in testdata/lsp")
	}
	program := filepath.Join(t.TempDir(), "ecslint.exe") // Windows needs the ending, others don't mind
	if out, err := exec.Command("go", "build", "-o", program, "../../cmd/ecslint").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	run := exec.Command(node, "client.js", program)
	run.Dir = clientDir
	if out, err := run.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
