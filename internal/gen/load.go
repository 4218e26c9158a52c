package main

import (
	"fmt"
	"go/ast"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"
)

const sdk = "github.com/aws/aws-sdk-go-v2/service/ecs"

// load reads the SDK's source. Its syntax says all that is needed, so nothing is compiled or type-checked.
func load() (*model, error) {
	mode := packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles | packages.NeedSyntax | packages.NeedModule
	loaded, err := packages.Load(&packages.Config{Mode: mode}, sdk, sdk+"/types")
	if err != nil {
		return nil, err
	}
	if packages.PrintErrors(loaded) > 0 {
		return nil, fmt.Errorf("%s can't be read", sdk)
	}
	d := newDeclarations()
	m := &model{structures: map[string]*structure{}, enums: map[string][]string{}}
	for _, p := range loaded {
		if p.Module == nil {
			return nil, fmt.Errorf("%s has no module", p.PkgPath)
		}
		m.version = p.Module.Version
		if m.date, err = releaseDate(p.Module); err != nil {
			return nil, err
		}
		for _, f := range p.Syntax {
			d.collect(f)
		}
	}
	for name, values := range d.enums {
		slices.Sort(values)
		m.enums[name] = values
	}
	if err := d.structures(m); err != nil {
		return nil, err
	}
	for name := range m.structures {
		operation, isInput := strings.CutSuffix(name, "Input")
		if _, isOperation := m.structures[operation+"Output"]; isInput && isOperation {
			m.operations = append(m.operations, operation)
		}
	}
	slices.Sort(m.operations)
	return m, nil
}

// structures turns the declarations into the model's structures; unions too, whose members are types of their own.
func (d *declarations) structures(m *model) error {
	for name, s := range d.structs {
		if d.helpers[name] {
			continue
		}
		fields, err := d.fieldsOf(name, s)
		if err != nil {
			return err
		}
		m.structures[name] = &structure{name, fields}
	}
	for name := range d.unions {
		fields, err := d.variantsOf(name)
		if err != nil {
			return err
		}
		m.structures[name] = &structure{name, fields}
	}
	for name, s := range m.structures {
		slices.SortFunc(s.fields, func(a, b field) int { return strings.Compare(a.wire, b.wire) })
		if err := d.checkWire(name, s); err != nil {
			return err
		}
	}
	return nil
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
