package certificate

import (
	"errors"
	"math/bits"
)

// limit is what sums of a problem may come to. It leaves room for products with the weights of proofs.
const limit = int64(1) << 50

var errRange = errors.New("a number is out of range")

// sum is a sum of products of whole numbers that keeps in mind if one was negative, or it went out of range.
type sum struct {
	n   int64
	bad bool
}

func (s *sum) add(a, b int64) {
	high, low := bits.Mul64(uint64(max(a, 0)), uint64(max(b, 0)))
	if s.bad = s.bad || a < 0 || b < 0 || high > 0 || low > 1<<61; !s.bad {
		s.n += int64(low)
		s.bad = s.n > 1<<61
	}
}

// exceeds tells whether a sum is greater than another for sure.
func (s sum) exceeds(o sum) bool { return !s.bad && !o.bad && s.n > o.n }

// products is the sum of the products of two lists.
func products(a, b []int64) (s sum) {
	for i, n := range a {
		s.add(n, b[i])
	}
	return s
}

// fits is how many times a demand fits into what is free, at most so many.
func fits(most int64, demand, free []int64) int64 {
	for r, need := range demand {
		if need > 0 {
			most = min(most, free[r]/need)
		}
	}
	return max(most, 0)
}

// take takes times the demand from what is free, or puts it back if times is negative.
func take(free, demand []int64, times int64) {
	for r, need := range demand {
		free[r] -= need * times
	}
}

// compareRatio compares a/b with c/d, of numbers that aren't negative.
func compareRatio(a, b, c, d int64) int {
	h1, l1 := bits.Mul64(uint64(a), uint64(d))
	h2, l2 := bits.Mul64(uint64(c), uint64(b))
	switch {
	case h1 < h2 || h1 == h2 && l1 < l2:
		return -1
	case h1 > h2 || l1 > l2:
		return 1
	}
	return 0
}
