package certificate

import (
	"cmp"
	"math/bits"
	"slices"
)

// searchLimit is how many nodes the search of one class may take.
const searchLimit = 20_000_000

// item is a type in a search of what an instance can hold.
type item struct {
	value, most int64
	demand      []int64
	size        int64 // its demand as one number
}

// holdsMore tells whether an instance of a class can hold tasks that are worth more than claimed.
func (s *shape) holdsMore(class int, value []int64, claimed int64) (bool, error) {
	k := knapsack{free: slices.Clone(s.capacity[class]), left: searchLimit, claimed: claimed}
	for t, v := range value {
		if most := s.copies(t, class); v > 0 && most > 0 {
			k.items = append(k.items, item{value: v, most: most, demand: s.problem.Types[t].Demand})
		}
	}
	if !k.measure() {
		return false, errTooLarge
	}
	more := k.search(0, 0)
	if k.left <= 0 {
		return false, errTooLarge
	}
	return more, nil
}

// knapsack is a search for tasks worth more than claimed.
type knapsack struct {
	items   []item
	free    []int64
	scale   []int64 // what a unit of each resource counts in sizes
	claimed int64
	left    int
}

// unit is about what the capacity of a scarce resource counts in sizes.
const unit = int64(1) << 40

// measure makes one size of what an item takes of the resources that can run out, such that the bound of the whole search is low: of one
// resource alone, or of all in proportion.
func (k *knapsack) measure() bool {
	all := make([]int64, len(k.free))
	scarce := 0
	for r, free := range k.free {
		if free > 0 && k.wanted(r) > free {
			all[r] = max(1, unit/free)
			scarce++
		}
	}
	if scarce > 1000 {
		return false
	}
	k.scale = all
	k.sort()
	least := k.reach(0)
	for r := range all {
		if all[r] == 0 || least <= k.claimed {
			continue
		}
		k.scale = make([]int64, len(all))
		k.scale[r] = 1
		k.sort()
		if reach := k.reach(0); reach < least {
			all, least = k.scale, reach
		}
	}
	k.scale = all
	k.sort()
	return true
}

// wanted is what all items could take of a resource.
func (k *knapsack) wanted(r int) int64 {
	var wanted int64
	for _, i := range k.items {
		high, low := bits.Mul64(uint64(i.demand[r]), uint64(i.most))
		if high > 0 || low > uint64(limit) {
			return limit
		}
		if wanted += int64(low); wanted > limit {
			return limit
		}
	}
	return wanted
}

// sort sorts the items by their value for their size.
func (k *knapsack) sort() {
	for i := range k.items {
		k.items[i].size = 0
		for r, need := range k.items[i].demand {
			k.items[i].size += need * k.scale[r]
		}
	}
	slices.SortStableFunc(k.items, func(a, b item) int { return -compareRatio(a.value, a.size, b.value, b.size) })
}

// compareRatio compares a/b with c/d.
func compareRatio(a, b, c, d int64) int {
	h1, l1 := bits.Mul64(uint64(a), uint64(d))
	h2, l2 := bits.Mul64(uint64(c), uint64(b))
	return cmp.Or(cmp.Compare(h1, h2), cmp.Compare(l1, l2))
}

func (k *knapsack) search(next int, worth int64) bool {
	if worth > k.claimed {
		return true
	}
	if k.left--; k.left <= 0 || next == len(k.items) || k.reach(next) <= k.claimed-worth {
		return false
	}
	i := &k.items[next]
	most := fits(i.most, i.demand, k.free)
	take(k.free, i.demand, most)
	for n := most; ; n-- {
		if k.search(next+1, worth+n*i.value) {
			return true
		}
		if n == 0 {
			return false
		}
		take(k.free, i.demand, -1)
	}
}

// reach bounds what the items from next on can be worth: parts of tasks, and one size in place of all resources.
func (k *knapsack) reach(next int) int64 {
	var room, worth int64
	for r, scale := range k.scale {
		if scale > 0 {
			room += k.free[r] * scale
		}
	}
	for _, i := range k.items[next:] {
		n := fits(i.most, i.demand, k.free)
		if i.size*n > room {
			high, low := bits.Mul64(uint64(i.value), uint64(room))
			part, _ := bits.Div64(high, low, uint64(i.size))
			return worth + int64(part)
		}
		room -= i.size * n
		worth += n * i.value
	}
	return worth
}
