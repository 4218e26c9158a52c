package cli

import (
	"fmt"
	"path/filepath"

	"github.com/spf13/pflag"

	"github.com/ecslint/ecslint/internal/config"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/engine"
)

// configFlags say which settings of a project count.
type configFlags struct {
	file string
	off  bool
}

func (f *configFlags) add(flags *pflag.FlagSet) {
	flags.StringVarP(&f.file, "config", "c", "", "`FILE` with the settings (default: the nearest .ecslint.yaml, .yml or .json, upwards to the root of the repository)")
	flags.BoolVar(&f.off, "no-config", false, "read no settings")
}

// read is what is set; the zero of config.Config where nothing is.
func (f *configFlags) read(dir string) (*config.Config, error) {
	path := config.Find(dir, projectOf(dir))
	switch {
	case f.off && f.file != "":
		return nil, fmt.Errorf("--no-config and --config exclude each other")
	case f.off, path == "" && f.file == "":
		return &config.Config{}, nil
	case f.file != "":
		path = absolute(dir, f.file)
	}
	c, err := config.Read(path, relative(dir, path), projectOf(filepath.Dir(path)))
	if err != nil && f.file != "" {
		return nil, fmt.Errorf("--config: %w", err)
	}
	return c, err
}

// projectOf is the repository around a folder, else the folder.
func projectOf(folder string) string {
	if root, ok := engine.GitRoot(folder); ok {
		return root
	}
	return folder
}

// relative is a path as it is shown to whoever is in a folder.
func relative(dir, path string) string {
	if short, err := filepath.Rel(dir, path); err == nil {
		return filepath.ToSlash(short)
	}
	return path
}

// noFleet says that what is named as a fleet isn't one.
func noFleet(by, name string) error {
	return fmt.Errorf("%s: %s is no fleet: docs/fleet.md tells what one holds", by, shown(name))
}

// isFleetAmong reports that the file of a path was read as a fleet.
func isFleetAmong(objects []*ecs.Object, path string) bool {
	for _, o := range objects {
		if o.Type == ecs.TypeFleet && o.File.Path == path {
			return true
		}
	}
	return false
}
