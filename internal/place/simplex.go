package place

import "math"

// simplex minimizes the sum of the costs of columns, where the amounts of the columns come to the right side in each row. Its numbers are
// only hints: what comes of them is verified in integers.
type simplex struct {
	columns []column
	inverse [][]float64 // of the matrix of the basis
	right   []float64
	basis   []int // columns
}

// column is a column of the matrix, with what isn't 0.
type column struct {
	cost float64
	rows []int
	by   []float64
}

// newSimplex begins with a unit column for each row, of this cost.
func newSimplex(right []int64, cost func(row int) float64) *simplex {
	x := &simplex{}
	for i, n := range right {
		row := make([]float64, len(right))
		row[i] = 1
		x.inverse = append(x.inverse, row)
		x.right = append(x.right, float64(n)+jitter*float64(1+i%17)) // a little more: no ties
		x.basis = append(x.basis, i)
		x.columns = append(x.columns, column{cost(i), []int{i}, []float64{1}})
	}
	return x
}

const jitter = 1e-8

// duals are what a little more of each right side would cost.
func (x *simplex) duals() []float64 {
	sums := make([]float64, len(x.right))
	for i, b := range x.basis {
		if cost := x.columns[b].cost; cost != 0 {
			for j, v := range x.inverse[i] {
				sums[j] += cost * v
			}
		}
	}
	return sums
}

func (x *simplex) objective() float64 {
	var sum float64
	for i, b := range x.basis {
		sum += x.columns[b].cost * x.right[i]
	}
	return sum
}

// tolerance is how much a column has to gain.
const tolerance = 1e-7

func (c column) reduced(duals []float64) float64 {
	cost := c.cost
	for i, row := range c.rows {
		cost -= duals[row] * c.by[i]
	}
	return cost
}

// improve takes in the known column that gains most, as long as there is one.
func (x *simplex) improve() {
	for range 50 * (len(x.right) + 10) {
		duals := x.duals()
		enter, lowest := -1, -tolerance
		for i, c := range x.columns {
			if reduced := c.reduced(duals); reduced < lowest {
				enter, lowest = i, reduced
			}
		}
		if enter < 0 || !x.pivot(enter) {
			return
		}
	}
}

// pivot takes a column into the basis.
func (x *simplex) pivot(enter int) bool {
	direction := make([]float64, len(x.right))
	leave, least := -1, math.Inf(1)
	for i, row := range x.inverse {
		var d float64
		for j, r := range x.columns[enter].rows {
			d += row[r] * x.columns[enter].by[j]
		}
		if direction[i] = d; d > tolerance {
			if ratio := max(x.right[i], 0) / d; ratio < least {
				leave, least = i, ratio
			}
		}
	}
	if leave < 0 {
		return false
	}
	pivot := x.inverse[leave]
	for j := range pivot {
		pivot[j] /= direction[leave]
	}
	x.right[leave] /= direction[leave]
	for i, row := range x.inverse {
		if d := direction[i]; i != leave && d != 0 {
			for j, v := range pivot {
				if v != 0 {
					row[j] -= d * v
				}
			}
			x.right[i] -= d * x.right[leave]
		}
	}
	x.basis[leave] = enter
	return true
}

// amounts are those of the columns from first on.
func (x *simplex) amounts(first int) []float64 {
	amounts := make([]float64, len(x.columns)-first)
	for i, b := range x.basis {
		if b >= first {
			amounts[b-first] = x.right[i]
		}
	}
	return amounts
}
