package place

import "math"

// leastCells is how large the table of atLeast may be.
const leastCells = 1 << 17

// atLeast bounds what tasks have to be worth to leave no room on an instance: as if they took of one resource alone. It tells whether it
// could: the table has a row for each amount.
func (c *coverer) atLeast(site int, values []float64) (float64, bool) {
	least := math.Inf(1)
	for _, own := range c.kinds[c.target].needs {
		missing := c.sites[site].room[own.resource] - own.amount + 1
		if missing <= 0 {
			return 0, true
		}
		var items []item
		var unit int64
		for k, kind := range c.kinds {
			for _, n := range kind.needs {
				if most := min(kind.fits[site], c.counts[k]); n.resource == own.resource && most > 0 {
					items = append(items, item{value: values[k], most: most, size: float64(n.amount)})
					unit = divisor(unit, n.amount)
				}
			}
		}
		if unit == 0 {
			continue
		}
		rows := (missing-1)/unit + 1
		if rows >= leastCells {
			return 0, false
		}
		c.spend(1 + rows*int64(len(items))/400)
		least = min(least, leastToTake(rows, unit, items))
	}
	return least, true
}

// leastToTake is what items have to be worth that take so many units or more; infinitely much if all take less.
func leastToTake(units, unit int64, items []item) float64 {
	least := make([]float64, units+1)
	for n := range least[1:] {
		least[n+1] = math.Inf(1)
	}
	for _, i := range items {
		size := int64(i.size) / unit
		most := min(i.most, (units-1)/size+1)
		for times := int64(1); most > 0; times *= 2 {
			times = min(times, most)
			most -= times
			for n := units; n > 0; n-- {
				least[n] = min(least[n], least[max(n-times*size, 0)]+float64(times)*i.value)
			}
		}
	}
	return least[units]
}

func divisor(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}
