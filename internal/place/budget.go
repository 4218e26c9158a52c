package place

import "context"

// budget is what is left of a decision's budget.
type budget struct {
	ctx      context.Context
	used     int64
	limit    int64
	bound    string // what is known, for progress
	progress Progress
}

// spend takes nodes off the budget, and tells whether there is any left.
func (b *budget) spend(n int64) bool {
	before := b.used
	b.used += n
	if before>>12 != b.used>>12 {
		if b.ctx.Err() != nil {
			b.limit = 0
		}
		if b.progress != nil && before>>16 != b.used>>16 {
			b.progress(b.used, b.bound)
		}
	}
	return b.used < b.limit
}

func (b *budget) over() bool { return b.used >= b.limit }

// part runs do with at most so many nodes of what is left, and tells whether it ended within them.
func (b *budget) part(nodes int64, do func()) {
	limit := b.limit
	b.limit = min(limit, b.used+nodes)
	do()
	if b.ctx.Err() != nil {
		b.limit = 0
		return
	}
	b.limit = limit
}
