// Package config reads the settings of a project, which stand in a file of it.
package config

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/json"
	"github.com/ecslint/ecslint/internal/syntax/yaml"
)

// Names are what the file may be called. In a folder the first counts.
var Names = []string{".ecslint.yaml", ".ecslint.yml", ".ecslint.json"}

// Config is the settings.
type Config struct {
	Name  string // of the file, as shown
	Fleet string // absolute path of the fleet file; "" where it isn't set
}

// keys are all that a file may set. schemas/config.json describes them.
var keys = []string{"$schema", "fleet"}

// Find is the path of the file that is nearest to a folder, in it or above it, up to the folder top; "" where there is none.
func Find(folder, top string) string {
	for {
		for _, name := range Names {
			if info, err := os.Stat(filepath.Join(folder, name)); err == nil && info.Mode().IsRegular() {
				return filepath.Join(folder, name)
			}
		}
		if folder == top || folder == filepath.Dir(folder) {
			return ""
		}
		folder = filepath.Dir(folder)
	}
}

// Read reads a file, which is shown by a name. Paths in it begin at its folder, and don't lead out of the folder top: who writes a project's settings
// mustn't choose what else is read. An error says where in the file something is wrong.
func Read(path, name, top string) (*Config, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	f := source.NewFile(name, path, text)
	tree, problems := parse(f)
	if len(problems) > 0 {
		return nil, wrong(problems[0].Range, "%s", problems[0].Message)
	}
	c := &Config{Name: name}
	if tree == nil || tree.Kind == syntax.Null {
		return c, nil
	}
	if tree.Kind != syntax.Object {
		return nil, wrong(tree.Range, "settings are keys with values: fleet: deploy/fleet.yaml")
	}
	for _, m := range tree.Members {
		switch key := m.Key.String(); key {
		case "fleet":
			if c.Fleet, err = existing(path, top, m.Value); err != nil {
				return nil, err
			}
		case "$schema":
		default:
			hint := "there is only fleet"
			if similar, ok := diag.Suggest(key, keys); ok {
				hint = "did you mean " + similar + "?"
			}
			return nil, wrong(m.Key.Range, "unknown key %q: %s", key, hint)
		}
	}
	return c, nil
}

func parse(f *source.File) (*syntax.Node, []syntax.Problem) {
	if strings.HasSuffix(f.Path, ".json") {
		return json.Parse(f.Text())
	}
	roots, problems := yaml.Parse(f.Text())
	if len(roots) == 0 {
		return nil, problems
	}
	return roots[0], problems
}

// existing is the path of a file in the folder top that a value names.
func existing(config, top string, value *syntax.Node) (string, error) {
	if value.Kind != syntax.String || value.String() == "" {
		return "", wrong(value.Range, "fleet is the path of a fleet file, as in deploy/fleet.yaml")
	}
	path := filepath.FromSlash(value.String())
	if !filepath.IsAbs(path) {
		path = filepath.Join(filepath.Dir(config), path)
	}
	if !within(top, path) {
		return "", wrong(value.Range, "fleet: %s lies outside of the project, which is the repository, else the folder of this file", value)
	}
	switch info, err := os.Stat(path); {
	case errors.Is(err, os.ErrNotExist):
		return "", wrong(value.Range, "fleet: there is no file %s (the path begins at the folder of this file)", value)
	case err != nil:
		return "", wrong(value.Range, "fleet: %s can't be read: %v", value, err)
	case !info.Mode().IsRegular():
		return "", wrong(value.Range, "fleet: %s is no file", value)
	}
	return path, nil
}

// within tells whether neither a path nor a link on it leads out of a folder.
func within(top, path string) bool {
	short, err := filepath.Rel(top, path)
	if err != nil || !filepath.IsLocal(short) {
		return false
	}
	realTop, errTop := filepath.EvalSymlinks(top)
	real, err := filepath.EvalSymlinks(path)
	if errTop != nil || err != nil {
		return true // there is nothing to read
	}
	short, err = filepath.Rel(realTop, real)
	return err == nil && filepath.IsLocal(short)
}

func wrong(at source.Range, format string, args ...any) error {
	place := at.File.Position(at.Start, source.CodePoints)
	return fmt.Errorf("%s:%d:%d: %s", at.File.Name, place.Line, place.Column, fmt.Sprintf(format, args...))
}
