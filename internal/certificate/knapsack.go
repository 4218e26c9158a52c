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

// measure keeps the resources that can run out, and sorts the items by their value for what they take of them.
func (k *knapsack) measure() bool {
	k.scale = make([]int64, len(k.free))
	var scarce int64
	for r, free := range k.free {
		var wanted int64
		for _, i := range k.items {
			high, low := bits.Mul64(uint64(i.demand[r]), uint64(i.most))
			if wanted += int64(low); high > 0 || wanted < 0 || wanted > limit {
				wanted = limit + 1
				break
			}
		}
		if wanted > free && free > 0 {
			k.scale[r] = max(1, unit/free)
			scarce++
		}
	}
	if scarce > 1000 {
		return false
	}
	for i := range k.items {
		for r, need := range k.items[i].demand {
			k.items[i].size += need * k.scale[r]
		}
	}
	slices.SortStableFunc(k.items, func(a, b item) int { return -compareRatio(a.value, a.size, b.value, b.size) })
	return true
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
	if k.left--; k.left <= 0 || next == len(k.items) || !k.mayExceed(next, k.claimed-worth) {
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

// mayExceed bounds what the items from next on can add: parts of tasks, and all resources as one.
func (k *knapsack) mayExceed(next int, missing int64) bool {
	var room int64
	for r, scale := range k.scale {
		room += k.free[r] * scale
	}
	for _, i := range k.items[next:] {
		n := fits(i.most, i.demand, k.free)
		if n == 0 {
			continue
		}
		if i.size == 0 || i.size*n <= room {
			room -= i.size * n
			if missing -= n * i.value; missing < 0 {
				return true
			}
			continue
		}
		high, low := bits.Mul64(uint64(i.value), uint64(room))
		part, _ := bits.Div64(high, low, uint64(i.size))
		return int64(part) > missing
	}
	return false
}
