package main

import (
	"go/ast"
	"go/token"
	"strconv"
	"strings"
)

// declarations is what the SDK's source declares, by name.
type declarations struct {
	structs  map[string]*ast.StructType
	unions   map[string]bool     // interfaces with a marker method
	variants map[string][]string // union -> the structs that are its members
	helpers  map[string]bool     // structs that are members of unions, or errors
	enums    map[string][]string
	wire     map[string]map[string]bool // serialized type -> the wire names that its serializer writes
}

// unknownVariant is what the SDK reads a member of a union into that is newer than itself.
const unknownVariant = "UnknownUnionMember"

func newDeclarations() *declarations {
	return &declarations{
		structs:  map[string]*ast.StructType{},
		unions:   map[string]bool{},
		variants: map[string][]string{},
		helpers:  map[string]bool{},
		enums:    map[string][]string{},
		wire:     map[string]map[string]bool{},
	}
}

func (d *declarations) collect(f *ast.File) {
	for _, decl := range f.Decls {
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			d.collectMethod(decl)
		case *ast.GenDecl:
			for _, spec := range decl.Specs {
				switch spec := spec.(type) {
				case *ast.TypeSpec:
					d.collectType(spec)
				case *ast.ValueSpec:
					d.collectConstant(decl.Tok, spec)
				}
			}
		}
	}
}

// collectType keeps what can be a structure of the API: the SDK marks those with a field of their own.
func (d *declarations) collectType(spec *ast.TypeSpec) {
	switch t := spec.Type.(type) {
	case *ast.StructType:
		for _, f := range t.Fields.List {
			if id, ok := f.Type.(*ast.Ident); ok && len(f.Names) == 0 && id.Name == "noSmithyDocumentSerde" {
				d.structs[spec.Name.Name] = t
			}
		}
	case *ast.InterfaceType:
		if m := t.Methods.List; len(m) == 1 && len(m[0].Names) == 1 && m[0].Names[0].Name == "is"+spec.Name.Name {
			d.unions[spec.Name.Name] = true
		}
	}
}

func (d *declarations) collectConstant(tok token.Token, spec *ast.ValueSpec) {
	enum, typed := spec.Type.(*ast.Ident)
	if tok != token.CONST || !typed {
		return
	}
	for _, v := range spec.Values {
		if lit, ok := v.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			if s, err := strconv.Unquote(lit.Value); err == nil {
				d.enums[enum.Name] = append(d.enums[enum.Name], s)
			}
		}
	}
}

func (d *declarations) collectMethod(f *ast.FuncDecl) {
	receiver := receiverName(f)
	switch {
	case receiver == "" && isSerializer.MatchString(f.Name.Name):
		d.collectKeys(f)
	case receiver == "":
	case f.Name.Name == "ErrorFault":
		d.helpers[receiver] = true
	case f.Name.Name == "SerializeMembers" || f.Name.Name == "Serialize":
		d.collectWire(receiver, f.Body)
	case strings.HasPrefix(f.Name.Name, "is"):
		union := strings.TrimPrefix(f.Name.Name, "is")
		d.helpers[receiver] = true
		if receiver != unknownVariant {
			d.variants[union] = append(d.variants[union], receiver)
		}
	}
}

func receiverName(f *ast.FuncDecl) string {
	if f.Recv == nil || len(f.Recv.List) != 1 {
		return ""
	}
	return typeName(f.Recv.List[0].Type)
}

// typeName is the name of a type, of this package or of another, or of what a pointer points to; "" for other types.
func typeName(t ast.Expr) string {
	switch t := t.(type) {
	case *ast.StarExpr:
		return typeName(t.X)
	case *ast.SelectorExpr:
		return t.Sel.Name
	case *ast.Ident:
		return t.Name
	}
	return ""
}
