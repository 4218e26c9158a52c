package place

import (
	"context"

	"github.com/ecslint/ecslint/internal/certificate"
)

// Search looks for an assignment, or a tree, without the help of weights, which hardly ever leave a tiny problem to a tree. Both are nil if one
// task alone doesn't fit.
func Search(p *certificate.Problem) (assignment, tree *certificate.Certificate) {
	m, err := newModel(p)
	if err != nil || m.single() != nil {
		return nil, nil
	}
	found, tree := m.search(nil, nil, &budget{ctx: context.Background(), limit: DefaultNodes})
	if found != nil {
		assignment = m.assignment(found)
	}
	return assignment, tree
}
