package project

import (
	"strconv"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/value"
)

// containerNames are the names of the containers of a task definition.
type containerNames []value.Value[string]

// find is the index of a name, -1 where it isn't among those that are known. Then quoted are the others, and unknown
// those that it may be.
func (names containerNames) find(name string) (index int, quoted []string, unknown []analysis.Unknowable) {
	for i, n := range names {
		other, ok := n.Get()
		switch {
		case ok && other == name:
			return i, nil, nil
		case ok:
			quoted = append(quoted, strconv.Quote(other))
		default:
			unknown = append(unknown, n)
		}
	}
	return -1, quoted, unknown
}
