package main

import (
	"fmt"
	"go/ast"
	"go/token"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// collectWire notes the wire names that a serializer writes. It names each by a variable
// schemas.Structure_wireName of the SDK.
func (d *declarations) collectWire(receiver string, body *ast.BlockStmt) {
	ast.Inspect(body, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok && isIdent(s.X, "schemas") {
			if _, wire, ok := strings.Cut(s.Sel.Name, "_"); ok {
				d.writes(receiver, wire)
			}
		}
		return true
	})
}

// isSerializer names the functions that write structures in the modules of the SDK that have no schemas yet.
var isSerializer = regexp.MustCompile(`^aws[A-Za-z0-9]+_serialize(Document|OpDocument|OpHttpBindings)`)

// collectKeys notes the wire names that such a function writes, into the body or the address of the request.
func (d *declarations) collectKeys(f *ast.FuncDecl) {
	structure := typeName(f.Type.Params.List[0].Type)
	if structure == "" {
		return
	}
	ast.Inspect(f.Body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) != 1 {
			return true
		}
		method, ok := call.Fun.(*ast.SelectorExpr)
		if !ok || !slices.Contains([]string{"Key", "SetURI", "SetQuery"}, method.Sel.Name) {
			return true
		}
		if name, ok := call.Args[0].(*ast.BasicLit); ok && name.Kind == token.STRING {
			if wire, err := strconv.Unquote(name.Value); err == nil {
				d.writes(structure, wire)
			}
		}
		return true
	})
}

func (d *declarations) writes(structure, wire string) {
	if d.wire[structure] == nil {
		d.wire[structure] = map[string]bool{}
	}
	d.wire[structure][wire] = true
}

// wireName is the wire name of a field: what the serializer writes that differs from Go's name at most by capitals.
func (d *declarations) wireName(structure, goName string) string {
	for wire := range d.wire[structure] {
		if strings.EqualFold(wire, goName) {
			return wire
		}
	}
	return goName // checkWire refuses it
}

// checkWire proves that the fields of a structure are those that the SDK writes.
func (d *declarations) checkWire(name string, s *structure) error {
	written := map[string]bool{}
	for _, serialized := range append([]string{name}, d.variants[name]...) {
		maps.Copy(written, d.wire[serialized])
	}
	var fields []string
	for _, f := range s.fields {
		fields = append(fields, f.wire)
	}
	slices.Sort(fields)
	if names := slices.Sorted(maps.Keys(written)); !slices.Equal(names, fields) {
		return fmt.Errorf("%s: the SDK writes %v, its fields say %v", name, names, fields)
	}
	return nil
}
