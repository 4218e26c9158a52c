package internal_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/ecslint/ecslint/"

// doors are the only packages that may import a heavy dependency.
var doors = map[string][]string{
	"github.com/open-policy-agent/opa":         {"internal/rego"},
	"github.com/aymanbagabas/go-udiff":         {"internal/report"},
	"github.com/owenrumney/go-sarif/v2":        {"internal/report"},
	"go.yaml.in/yaml/v3":                       {"internal/syntax/yaml"},
	"github.com/yuin/goldmark":                 {"internal/syntax/markdown"},
	"mvdan.cc/sh/v3":                           {"internal/syntax/shell"},
	"github.com/sourcegraph/jsonrpc2":          {"internal/lsp"},
	"github.com/spf13/cobra":                   {"internal/cli"},
	"github.com/santhosh-tekuri/jsonschema/v5": {"internal/schema"},
	"github.com/go-git/go-git/v5":              {"internal/engine"},
}

// TestFloors checks that a package imports only from floors below its own. The table is in docs/architecture.md.
func TestFloors(t *testing.T) {
	floors := readFloors(t)
	list := exec.Command("go", "list", "-json=ImportPath,Imports,GoFiles", "./...")
	list.Dir = ".."
	out, err := list.Output()
	if err != nil {
		t.Fatal(err)
	}
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p struct {
			ImportPath string
			Imports    []string
			GoFiles    []string
		}
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatal(err)
		}
		if len(p.GoFiles) == 0 {
			continue // only tests
		}
		name, ours := strings.CutPrefix(p.ImportPath, module)
		floor, known := floors[name]
		if !ours || !known {
			t.Errorf("package %s stands on no floor of docs/architecture.md", p.ImportPath)
			continue
		}
		for _, imported := range p.Imports {
			if below, ok := strings.CutPrefix(imported, module); ok && floors[below] >= floor {
				t.Errorf("%s (floor %g) imports %s (floor %g)", name, floor, below, floors[below])
			}
			checkDoor(t, name, imported)
		}
	}
}

func checkDoor(t *testing.T, name, imported string) {
	for dependency, allowed := range doors {
		if imported != dependency && !strings.HasPrefix(imported, dependency+"/") {
			continue
		}
		if !strings.Contains(" "+strings.Join(allowed, " ")+" ", " "+name+" ") {
			t.Errorf("%s imports %s: its door is %s", name, imported, strings.Join(allowed, ", "))
		}
	}
}

var row = regexp.MustCompile(`(?m)^\| ([0-9.]+) \| ([^|]+) \|`)

func readFloors(t *testing.T) map[string]float64 {
	page, err := os.ReadFile("../docs/architecture.md")
	if err != nil {
		t.Fatal(err)
	}
	floors := map[string]float64{}
	for _, m := range row.FindAllStringSubmatch(string(page), -1) {
		floor, err := strconv.ParseFloat(m[1], 64)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(m[2], -1) {
			floors[name[1]] = floor
		}
	}
	return floors
}
