package place_test

import (
	"math"
	"math/big"
	"math/rand"
	"testing"

	"github.com/ecslint/ecslint/internal/place"
)

func TestRollingWindow(t *testing.T) {
	for _, test := range []struct {
		desired, min, max int64
		want              place.Window
		blocks            bool
	}{
		{4, 50, 200, place.Window{Lower: 2, Upper: 8}, false},
		{4, 100, 200, place.Window{Lower: 4, Upper: 8}, false},
		{1, 100, 200, place.Window{Lower: 1, Upper: 2}, false},
		{1, 100, 150, place.Window{Lower: 1, Upper: 1}, true},
		{1, 50, 100, place.Window{Lower: 1, Upper: 1}, true},
		{1, 0, 100, place.Window{Lower: 0, Upper: 1}, false},
		{2, 75, 100, place.Window{Lower: 2, Upper: 2}, true},
		{2, 50, 100, place.Window{Lower: 1, Upper: 2}, false},
		{2, 100, 149, place.Window{Lower: 2, Upper: 2}, true},
		{2, 100, 150, place.Window{Lower: 2, Upper: 3}, false},
		{3, 100, 125, place.Window{Lower: 3, Upper: 3}, true},
		{3, 67, 100, place.Window{Lower: 3, Upper: 3}, true},
		{3, 66, 100, place.Window{Lower: 2, Upper: 3}, false},
		{4, 100, 125, place.Window{Lower: 4, Upper: 5}, false},
		{4, 100, 100, place.Window{Lower: 4, Upper: 4}, true},
		{0, 100, 100, place.Window{}, false},
		{-3, 100, 100, place.Window{}, false},
		{10, -5, -5, place.Window{}, false},
		{math.MaxInt64, 100, 200, place.Window{Lower: math.MaxInt64, Upper: math.MaxInt64}, true},
	} {
		got := place.RollingWindow(test.desired, test.min, test.max)
		if got != test.want || got.Blocks(test.desired) != test.blocks {
			t.Errorf("%d tasks, %d%%..%d%%: got %+v, blocks %v; want %+v, blocks %v",
				test.desired, test.min, test.max, got, got.Blocks(test.desired), test.want, test.blocks)
		}
	}
}

// TestRollingWindowIsExact compares with arithmetic of unlimited size.
func TestRollingWindowIsExact(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	for range 10000 {
		desired, percent := random.Int63()>>random.Intn(63), random.Int63()>>random.Intn(63)
		product := new(big.Int).Mul(big.NewInt(desired), big.NewInt(percent))
		down, rest := new(big.Int).DivMod(product, big.NewInt(100), new(big.Int))
		up := new(big.Int).Set(down)
		if rest.Sign() > 0 {
			up.Add(up, big.NewInt(1))
		}
		got := place.RollingWindow(desired, percent, percent)
		if got.Upper != clamp(down) || got.Lower != clamp(up) {
			t.Fatalf("%d%% of %d: got %+v, want %s..%s", percent, desired, got, up, down)
		}
	}
}

func clamp(n *big.Int) int64 {
	if n.IsInt64() {
		return n.Int64()
	}
	return math.MaxInt64
}
