package main

import (
	"fmt"
	"go/ast"
	"maps"
	"slices"
	"strings"
)

// collectWire notes the wire names that a serializer writes. It names each by a variable
// schemas.Structure_wireName of the SDK.
func (d *declarations) collectWire(receiver string, body *ast.BlockStmt) {
	if d.wire[receiver] == nil {
		d.wire[receiver] = map[string]bool{}
	}
	ast.Inspect(body, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok && isIdent(s.X, "schemas") {
			if _, wire, ok := strings.Cut(s.Sel.Name, "_"); ok {
				d.wire[receiver][wire] = true
			}
		}
		return true
	})
}

// checkWire proves that the wire names, which are made from the names of Go's fields, are those that the SDK writes.
func (d *declarations) checkWire(name string, s *structure) error {
	written := map[string]bool{}
	for _, serialized := range append([]string{name}, d.variants[name]...) {
		maps.Copy(written, d.wire[serialized])
	}
	var fields []string
	for _, f := range s.fields {
		fields = append(fields, f.wire)
	}
	if names := slices.Sorted(maps.Keys(written)); !slices.Equal(names, fields) {
		return fmt.Errorf("%s: the SDK writes %v, its fields say %v", name, names, fields)
	}
	return nil
}
