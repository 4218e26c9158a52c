package ecs

import (
	"strings"

	"github.com/ecslint/ecslint/internal/value"
)

func byID(objects []*Object) map[string]*Object {
	index := map[string]*Object{}
	for _, o := range objects {
		if o.Origin != nil {
			index[o.Origin.ID] = o
		}
	}
	return index
}

// Referred is the object of the same template that a value refers to, as by !Ref or !GetAtt; nil where it refers to none,
// to several, or to a resource that isn't among the objects.
func (p *Project) Referred(at value.Located) *Object {
	n := at.Where().Node()
	if n == nil || len(n.Refers()) != 1 {
		return nil
	}
	id, _, _ := strings.Cut(n.Refers()[0], ".")
	return p.byID[id]
}
