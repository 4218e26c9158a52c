// Command gen reads the AWS SDK's source and writes the typed model and the name tables of package ecs, and the JSON
// Schemas of the API's inputs. It is a module of its own, so that the SDK never becomes a dependency of the product. What modules of AWS
// tell of network interfaces it writes into the catalogue of instance types.
package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
)

// outDir is where the generated Go files belong, seen from this folder.
var outDir = filepath.Join("..", "ecs")

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run() error {
	m, err := load()
	if err != nil {
		return err
	}
	files, err := render(m)
	if err != nil {
		return err
	}
	for path, content := range files {
		if err := os.WriteFile(path, content, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// render is all generated files by path.
func render(m *model) (map[string][]byte, error) {
	typed, err := renderModel(m)
	if err != nil {
		return nil, err
	}
	tables, err := renderTables(m)
	if err != nil {
		return nil, err
	}
	files, err := renderSchemas(m)
	if err != nil {
		return nil, err
	}
	types, err := readCatalogue()
	if err != nil {
		return nil, err
	}
	files[catalogue] = types
	files[filepath.Join(outDir, "zz_model.go")] = typed
	files[filepath.Join(outDir, "zz_shapes.go")] = tables
	files[filepath.Join(schemasDir, "model.lock")] = renderLock(m)
	return files, nil
}

// renderLock lists the modules that were read: the command of the AWS CLI, the module, its version, and its day.
func renderLock(m *model) []byte {
	var out bytes.Buffer
	for _, s := range services {
		r := m.releases[s.module]
		fmt.Fprintf(&out, "%s %s%s %s %s\n", s.command, sdk, s.module, r.version, r.date)
	}
	return out.Bytes()
}
