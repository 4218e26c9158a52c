package diag

import "strings"

// Suggest finds the word that was probably meant by a word that isn't known: the nearest of among, if no more than
// a third of the letters (at least one) must be changed. Case, "-" and "_" make no difference.
func Suggest(word string, among []string) (string, bool) {
	folded := fold(word)
	limit := max(1, len(folded)/3)
	best, bestDistance := "", limit+1
	for _, candidate := range among {
		d := distance(folded, fold(candidate), bestDistance)
		if d < bestDistance && d < len(folded) {
			best, bestDistance = candidate, d
		}
	}
	return best, bestDistance <= limit
}

var separators = strings.NewReplacer("-", "", "_", "")

func fold(s string) []rune { return []rune(strings.ToLower(separators.Replace(s))) }

// distance counts the letters to insert, remove, replace or swap with their neighbour between a and b. What is at
// least enough is not counted on: enough is the answer.
func distance(a, b []rune, enough int) int {
	if max(len(a)-len(b), len(b)-len(a)) >= enough {
		return enough
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		before, last, row = last, row, before
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
	}
	return row[len(b)]
}
