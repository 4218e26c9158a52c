package certificate

import (
	"math"
	"math/bits"
	"slices"
)

// knapsack is a search of what an instance can hold for tasks that are worth more than claimed.
type knapsack struct {
	*checker
	items   []item
	free    []int64 // of each resource
	claimed int64
	scale   []int64 // what a unit of each resource counts in sizes
}

// item is tasks that are alike.
type item struct {
	kind        int
	worth, most int64
	demand      []int64
	size        int64 // its demand as one number
}

// unit is about what the capacity of a resource counts in sizes where several are taken as one.
const unit = int64(1) << 40

// tasks is a search for tasks on an instance of a site, at most so many of each kind. Those that are worth nothing don't count.
func (p *packing) tasks(site int, worth func(kind int) int64, claimed int64) *knapsack {
	k := &knapsack{checker: p.checker, free: slices.Clone(p.space[site]), claimed: claimed}
	k.spend(len(k.free) + len(p.demand))
	for i, most := range p.most[site] {
		if w := worth(i); w > 0 && most > 0 {
			k.items = append(k.items, item{kind: i, worth: w, most: most, demand: p.demand[i]})
		}
	}
	return k
}

// succeeds tells whether there are such tasks. The bound of the search takes all resources that are scarce in proportion, or one alone,
// whichever is lower at the beginning.
func (k *knapsack) succeeds() bool {
	all := make([]int64, len(k.free))
	scales := [][]int64{all}
	for r, free := range k.free {
		var wanted sum
		for _, i := range k.items {
			wanted.add(i.most, i.demand[r])
		}
		if free > 0 && len(scales) < 1000 && (wanted.bad || wanted.n > free) {
			all[r] = max(1, unit/free)
			one := make([]int64, len(k.free))
			one[r] = 1
			scales = append(scales, one)
		}
	}
	return k.succeedsBy(scales...)
}

// succeedsBy is succeeds with one of these scales.
func (k *knapsack) succeedsBy(scales ...[]int64) bool {
	best, least := 0, int64(math.MaxInt64)
	for i, scale := range scales {
		if reach := k.measure(scale); reach < least {
			best, least = i, reach
		}
		if least <= k.claimed {
			return false
		}
	}
	k.measure(scales[best])
	return k.search(0, 0)
}

// measure sorts the items by their worth for their size, and bounds what they all can be worth.
func (k *knapsack) measure(scale []int64) int64 {
	k.spend(2 * len(k.items) * len(scale))
	k.scale = scale
	for i := range k.items {
		k.items[i].size = 0
		for r, need := range k.items[i].demand {
			k.items[i].size += need * scale[r]
		}
	}
	slices.SortStableFunc(k.items, func(a, b item) int { return -compareRatio(a.worth, a.size, b.worth, b.size) })
	return k.reach(0)
}

func (k *knapsack) search(next int, worth int64) bool {
	if worth > k.claimed {
		return true
	}
	if next == len(k.items) || worth+k.reach(next) <= k.claimed {
		return false
	}
	i := &k.items[next]
	n := fits(i.most, i.demand, k.free)
	take(k.free, i.demand, n)
	for ; n > 0; n-- {
		if k.search(next+1, worth+n*i.worth) {
			return true
		}
		take(k.free, i.demand, -1)
	}
	return k.search(next+1, worth)
}

// reach bounds what the items from next on can be worth: parts of tasks, and one size in place of all resources.
func (k *knapsack) reach(next int) int64 {
	var room, worth int64
	k.spend(len(k.scale))
	for r, scale := range k.scale {
		room += k.free[r] * scale
	}
	for _, i := range k.items[next:] {
		k.spend(2 * len(k.free))
		n := fits(i.most, i.demand, k.free)
		if i.size*n > room {
			high, low := bits.Mul64(uint64(i.worth), uint64(room))
			part, _ := bits.Div64(high, low, uint64(i.size))
			return worth + int64(part)
		}
		room -= i.size * n
		worth += n * i.worth
	}
	return worth
}
