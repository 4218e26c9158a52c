package main

import (
	"cmp"
	"fmt"
	"go/ast"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"
)

// load reads the SDK's source. Its syntax says all that is needed, so nothing is compiled or type-checked.
func load() (*model, error) {
	mode := packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles | packages.NeedSyntax | packages.NeedModule
	var paths []string
	for _, s := range services {
		paths = append(paths, sdk+s.module, sdk+s.module+"/types")
	}
	loaded, err := packages.Load(&packages.Config{Mode: mode}, paths...)
	if err != nil {
		return nil, err
	}
	if packages.PrintErrors(loaded) > 0 {
		return nil, fmt.Errorf("%s can't be read", sdk)
	}
	m := newModel()
	for _, s := range services {
		if err := m.addService(s, loaded); err != nil {
			return nil, fmt.Errorf("%s: %w", s.module, err)
		}
	}
	if err := m.addAppSpec(); err != nil {
		return nil, err
	}
	slices.SortFunc(m.operations, func(a, b operation) int { return strings.Compare(a.name, b.name) })
	return m, nil
}

// addService adds what is read of a service.
func (m *model) addService(s *service, loaded []*packages.Package) error {
	d := newDeclarations()
	for _, p := range loaded {
		if p.PkgPath != sdk+s.module && p.PkgPath != sdk+s.module+"/types" {
			continue
		}
		if p.Module == nil {
			return fmt.Errorf("%s has no module", p.PkgPath)
		}
		date, err := releaseDate(p.Module)
		if err != nil {
			return err
		}
		m.releases[s.module] = release{p.Module.Version, date}
		for _, f := range p.Syntax {
			d.collect(f)
		}
	}
	roots := slices.Clone(s.outputs)
	for name := range d.structs {
		operationName, isInput := strings.CutSuffix(name, "Input")
		if isInput && d.structs[operationName+"Output"] != nil && s.reads(operationName) {
			m.operations = append(m.operations, operation{operationName, s})
			roots = append(roots, name)
		}
	}
	for _, root := range roots {
		if err := m.addStructure(s, d, root); err != nil {
			return err
		}
	}
	return nil
}

// addStructure adds a structure or a union of a service, and all that it holds.
func (m *model) addStructure(s *service, d *declarations, name string) error {
	added := s.nameOf(name)
	if m.structures[added] != nil {
		return nil
	}
	fields, err := d.members(name)
	if err != nil {
		return err
	}
	structure := &structure{name: added, page: s.link(strings.TrimSuffix(name, "Input"), false, ""), service: s, fields: fields}
	if err := d.checkWire(name, structure); err != nil {
		return err
	}
	slices.SortFunc(fields, func(a, b field) int { return strings.Compare(a.wire, b.wire) })
	if err := m.add(structure); err != nil {
		return err
	}
	for i, f := range fields {
		if f.target == "" {
			continue
		}
		fields[i].target = s.nameOf(f.target)
		if f.kind == kindEnum {
			m.enums[fields[i].target] = slices.Sorted(slices.Values(d.enums[f.target]))
			continue
		}
		if err := m.addStructure(s, d, f.target); err != nil {
			return err
		}
	}
	return nil
}

// members are those of a structure, or of a union, whose members are types of their own.
func (d *declarations) members(name string) ([]field, error) {
	if d.unions[name] {
		return d.variantsOf(name)
	}
	if d.structs[name] == nil || d.helpers[name] {
		return nil, fmt.Errorf("no structure %s", name)
	}
	return d.fieldsOf(name, d.structs[name])
}

// nameOf is what a structure or enum of the service is called here: of the inputs of operations there are no two of a name.
func (s *service) nameOf(name string) string {
	if strings.HasSuffix(name, "Input") {
		return name
	}
	return s.prefix + name
}

func isRequired(doc *ast.CommentGroup) bool {
	return strings.Contains(doc.Text(), "This member is required.")
}

// releaseDate is the day of a version, as the module's own list of changes gives it.
func releaseDate(m *packages.Module) (string, error) {
	changes, err := os.ReadFile(filepath.Join(m.Dir, "CHANGELOG.md"))
	if err != nil {
		return "", err
	}
	found := regexp.MustCompile(`(?m)^# ` + regexp.QuoteMeta(m.Version) + ` \((\d{4}-\d\d-\d\d)\)`).FindSubmatch(changes)
	if found == nil {
		return "", fmt.Errorf("no date of %s %s in its list of changes", m.Path, m.Version)
	}
	return string(found[1]), nil
}

// operationNamed finds an operation that is read.
func (m *model) operationNamed(name string) (operation, bool) {
	i, ok := slices.BinarySearchFunc(m.operations, name, func(o operation, name string) int { return cmp.Compare(o.name, name) })
	if !ok {
		return operation{}, false
	}
	return m.operations[i], true
}
