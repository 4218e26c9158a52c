package main

import (
	"bytes"
	"fmt"
	"go/format"
	"slices"
	"strings"
)

// outputShapes are what describe calls give back: with keys that no input has.
var outputShapes = []string{"Service", "TaskDefinition"}

// renderTables writes the tables of shapes, enums and operations, each sorted by the name it is looked up by.
func renderTables(m *model) ([]byte, error) {
	roots := slices.Clone(outputShapes)
	for _, operation := range m.operations {
		roots = append(roots, inputOf(operation))
	}
	shapes := m.reachable(roots...)
	var out bytes.Buffer
	header(&out, m)
	if err := writeShapes(&out, m, shapes); err != nil {
		return nil, err
	}
	writeEnums(&out, m, shapes)
	writeOperations(&out, m)
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
	if operation, ok := strings.CutSuffix(s.name, "Input"); ok && slices.Contains(m.operations, operation) {
		return operation
	}
	return s.name
}

func writeEnums(out *bytes.Buffer, m *model, shapes []*structure) {
	var names []string
	for _, s := range shapes {
		for _, f := range s.fields {
			if f.kind == kindEnum {
				names = append(names, f.target)
			}
		}
	}
	slices.Sort(names)
	out.WriteString("var enums = []enum{\n")
	for _, name := range slices.Compact(names) {
		fmt.Fprintf(out, "{%q, %#v},\n", name, m.enums[name])
	}
	out.WriteString("}\n\n")
}

func writeOperations(out *bytes.Buffer, m *model) {
	operations := slices.Clone(m.operations)
	slices.SortFunc(operations, func(a, b string) int { return strings.Compare(kebab(a), kebab(b)) })
	out.WriteString("var operations = []Operation{\n")
	for _, operation := range operations {
		fmt.Fprintf(out, "{%q, %q, %q, []Option{\n", kebab(operation), operation, operation)
		for _, f := range m.structures[inputOf(operation)].fields {
			fmt.Fprintf(out, "{%q, %q, %s, %q, %v, %v},\n", kebab(f.wire), f.wire, f.kind, f.target, f.list, f.required)
		}
		out.WriteString("}},\n")
	}
	out.WriteString("}\n")
}
