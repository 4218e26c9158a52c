package schema

import (
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

// FedFiles are the files whose text calls of the AWS CLI among the objects send to AWS, with the operation of each.
func FedFiles(objects []*ecs.Object) map[*source.File]string {
	fed := map[*source.File]string{}
	for _, o := range objects {
		if o.Given == ecs.InFile {
			continue
		}
		o.Root.Walk(func(n *syntax.Node) bool {
			if f := n.Range.File; f != nil && f != o.File && fed[f] == "" {
				fed[f] = o.Operation
			}
			return true
		})
	}
	return fed
}
