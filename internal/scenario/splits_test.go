package scenario

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

func TestSplitsOfTheDocumentation(t *testing.T) {
	for _, test := range []struct {
		count  int64
		shares []share
		want   string
	}{
		{10, []share{{base: 2, weight: 1}, {weight: 3}}, "[[4 6]]"},
		{7, []share{{base: 2, weight: 1}, {weight: 3}}, "[[4 3] [3 4]]"},
		{4, []share{{weight: 1}, {weight: 1}}, "[[2 2]]"},
		{5, []share{{weight: 1}, {weight: 4}}, "[[1 4]]"},
		{1, []share{{base: 2, weight: 1}, {weight: 3}}, "[[1 0]]"},
		{3, []share{{weight: 0}, {weight: 1}}, "[[0 3]]"},
		{5, []share{{weight: 1}, {weight: 1}, {weight: 1}}, "[[2 2 1] [2 1 2] [1 2 2]]"},
		{0, []share{{weight: 1}}, "[[0]]"},
	} {
		if got := fmt.Sprint(splits(test.count, test.shares)); got != test.want {
			t.Errorf("%d over %+v: got %s, want %s", test.count, test.shares, got, test.want)
		}
	}
}

// TestSplitsAreComplete compares with all ways to divide tasks of which each provider gets its share, rounded down or up.
func TestSplitsAreComplete(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		count := random.Int64N(30)
		shares := []share{{weight: random.Int64N(4)}, {weight: random.Int64N(4)}, {weight: 1 + random.Int64N(4)}}
		var weights int64
		for _, s := range shares {
			weights += s.weight
		}
		fair := func(n int64, s share) bool {
			return n*weights > count*s.weight-weights && n*weights < count*s.weight+weights
		}
		want := 0
		for a := range count + 1 {
			for b := range count + 1 - a {
				if fair(a, shares[0]) && fair(b, shares[1]) && fair(count-a-b, shares[2]) {
					want++
				}
			}
		}
		got := splits(count, shares)
		for _, split := range got {
			var sum int64
			for i, n := range split {
				sum += n
				if !fair(n, shares[i]) {
					t.Fatalf("%d over %+v: %v isn't fair", count, shares, split)
				}
			}
			if sum != count {
				t.Fatalf("%d over %+v: %v", count, shares, split)
			}
		}
		if len(got) != want {
			t.Fatalf("%d over %+v: %d splits, want %d", count, shares, len(got), want)
		}
	}
}
