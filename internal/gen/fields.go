package main

import (
	"fmt"
	"go/ast"
	"strings"
	"unicode"
)

// fieldsOf reads the members of a structure.
func (d *declarations) fieldsOf(name string, s *ast.StructType) ([]field, error) {
	var fields []field
	for _, f := range s.Fields.List {
		if len(f.Names) == 0 || f.Names[0].Name == "ResultMetadata" {
			continue
		}
		goName := f.Names[0].Name
		t, err := d.typeOf(f.Type)
		if err != nil {
			return nil, fmt.Errorf("%s.%s: %w", name, goName, err)
		}
		fields = append(fields, field{t, goName, d.wireName(name, goName), isRequired(f.Doc)})
	}
	return fields, nil
}

// variantsOf reads the members of a union: each is a struct of its own that holds one Value.
func (d *declarations) variantsOf(union string) ([]field, error) {
	var fields []field
	for _, variant := range d.variants[union] {
		goName, ok := strings.CutPrefix(variant, union+"Member")
		s := d.structs[variant]
		if !ok || s == nil {
			return nil, fmt.Errorf("%s: unexpected member %s of a union", union, variant)
		}
		t, err := d.typeOf(s.Fields.List[0].Type)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", variant, err)
		}
		fields = append(fields, field{t, goName, d.wireName(variant, goName), false})
	}
	return fields, nil
}

func (d *declarations) typeOf(t ast.Expr) (valueType, error) {
	switch t := t.(type) {
	case *ast.StarExpr:
		return d.typeOf(t.X)
	case *ast.ArrayType:
		item, err := d.typeOf(t.Elt)
		if err == nil && item.list {
			err = fmt.Errorf("a list of lists")
		}
		item.list = true
		return item, err
	case *ast.MapType:
		if isIdent(t.Key, "string") && isIdent(t.Value, "string") {
			return valueType{kind: kindMap}, nil
		}
	case *ast.SelectorExpr:
		return d.selected(t)
	case *ast.Ident:
		return d.named(t.Name)
	}
	return valueType{}, fmt.Errorf("unexpected type %T", t)
}

func (d *declarations) selected(t *ast.SelectorExpr) (valueType, error) {
	switch {
	case isIdent(t.X, "types"):
		return d.named(t.Sel.Name)
	case isIdent(t.X, "time") && t.Sel.Name == "Time":
		return valueType{kind: kindTimestamp}, nil
	case isIdent(t.X, "document") && t.Sel.Name == "Interface":
		return valueType{kind: kindDocument}, nil
	}
	return valueType{}, fmt.Errorf("unexpected type %s", t.Sel.Name)
}

var basicKinds = map[string]kind{
	"string": kindString, "bool": kindBoolean, "int32": kindInteger, "int64": kindInteger,
	"float32": kindFloat, "float64": kindFloat,
}

func (d *declarations) named(name string) (valueType, error) {
	switch {
	case basicKinds[name] != "":
		return valueType{kind: basicKinds[name]}, nil
	case d.enums[name] != nil:
		return valueType{kind: kindEnum, target: name}, nil
	case d.structs[name] != nil || d.unions[name]:
		return valueType{kind: kindStructure, target: name}, nil
	}
	return valueType{}, fmt.Errorf("unexpected type %s", name)
}

func isIdent(e ast.Expr, name string) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == name
}

func upperFirst(s string) string {
	return string(unicode.ToUpper(rune(s[0]))) + s[1:]
}
