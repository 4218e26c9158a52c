package catalog

// alignment is the best way to lay a phrase along a pasted text.
type alignment struct {
	score      float64 // weight of the words that are there, less what stands between them
	words      int     // how many are there
	start, end int     // of the pasted words
}

// gapCost is what a pasted word costs that stands between those of the phrase.
const gapCost = 0.8

// align lays a phrase along a pasted text as Smith and Waterman align sequences: its words in their order, near to each
// other, wherever they stand. A word that is missing costs no more than its weight.
func align(phrase []weighed, pasted []string) alignment {
	var best alignment
	above, row := make([]alignment, len(pasted)+1), make([]alignment, len(pasted)+1)
	for _, known := range phrase {
		for j, w := range pasted {
			cell := above[j+1]
			if left := row[j]; left.score-gapCost > cell.score {
				cell = left
				cell.score -= gapCost
			}
			if before := above[j]; w == known.word && before.score+known.weight > cell.score {
				cell = before.with(j, known.weight)
			}
			row[j+1] = cell
			if cell.score > best.score {
				best = cell
			}
		}
		above, row = row, above
	}
	return best
}

// with is the alignment with one more word.
func (a alignment) with(at int, weight float64) alignment {
	if a.score == 0 {
		a = alignment{start: at}
	}
	a.score += weight
	a.words++
	a.end = at + 1
	return a
}
