package main

import (
	"bytes"
	"cmp"
	"fmt"
	"go/format"
	"slices"
	"strings"
)

// renderTables writes the tables of shapes and operations, each sorted by the name it is looked up by.
func renderTables(m *model) ([]byte, error) {
	roots := []string{appSpecRoot}
	for _, s := range services {
		for _, name := range s.outputs {
			roots = append(roots, s.nameOf(name))
		}
	}
	for _, operation := range m.operations {
		roots = append(roots, inputOf(operation.name))
	}
	shapes := m.reachable(roots...)
	var out bytes.Buffer
	header(&out)
	if err := writeShapes(&out, m, shapes); err != nil {
		return nil, err
	}
	writeOperations(&out, m)
	if err := writePrefixes(&out, m); err != nil {
		return nil, err
	}
	return format.Source(out.Bytes())
}

func writeShapes(out *bytes.Buffer, m *model, shapes []*structure) error {
	named := map[string]*structure{}
	var names []string
	for _, s := range shapes {
		name := m.shapeName(s)
		if named[name] != nil {
			return fmt.Errorf("%s is the name of two shapes", name)
		}
		named[name] = s
		names = append(names, name)
	}
	slices.Sort(names)
	out.WriteString("var shapes = []Shape{\n")
	for _, name := range names {
		fmt.Fprintf(out, "{%q, []MemberShape{\n", name)
		for _, f := range named[name].fields {
			fmt.Fprintf(out, "{%q, %s, %q, %v, %v},\n", f.wire, f.kind, f.target, f.list, f.required)
		}
		out.WriteString("}},\n")
	}
	out.WriteString("}\n\n")
	return nil
}

// shapeName is the name of a structure in the tables: an input is named after its operation.
func (m *model) shapeName(s *structure) string {
	if name, ok := strings.CutSuffix(s.name, "Input"); ok {
		if _, isOperation := m.operationNamed(name); isOperation {
			return name
		}
	}
	return s.name
}

func writeOperations(out *bytes.Buffer, m *model) {
	operations := slices.Clone(m.operations)
	slices.SortFunc(operations, func(a, b operation) int {
		return cmp.Or(strings.Compare(a.service.command, b.service.command), strings.Compare(kebab(a.name), kebab(b.name)))
	})
	out.WriteString("var operations = []Operation{\n")
	for _, o := range operations {
		fmt.Fprintf(out, "{%q, %q, %q, %q, []Option{\n", o.service.command, kebab(o.name), o.name, o.name)
		for _, f := range m.structures[inputOf(o.name)].fields {
			fmt.Fprintf(out, "{%q, %q, %s, %q, %v, %v},\n", kebab(f.wire), f.wire, f.kind, f.target, f.list, f.required)
		}
		out.WriteString("}},\n")
	}
	out.WriteString("}\n\n")
}

// writePrefixes lists what the names of structures begin with that are not those of ECS.
func writePrefixes(out *bytes.Buffer, m *model) error {
	prefixes := []string{appSpecRoot}
	for _, s := range services[1:] {
		prefixes = append(prefixes, s.prefix)
	}
	for name, s := range m.structures {
		if s.service == services[0] && slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(name, p) }) {
			return fmt.Errorf("%s of ECS begins like the structures of another service", name)
		}
	}
	slices.Sort(prefixes)
	fmt.Fprintf(out, "var prefixes = %#v\n", prefixes)
	return nil
}
