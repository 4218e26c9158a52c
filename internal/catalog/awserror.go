package catalog

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/ecslint/ecslint/docs"
	"github.com/ecslint/ecslint/rules"
)

// AWSError is a text that AWS answers with, and what is known about it.
type AWSError struct {
	Text  string
	Call  string        // what it answers; one of several separated by ", "
	Rules []*rules.Rule // that prevent it
	Cases []*docs.Case  // causes that no file shows
}

// AWSErrors are all that are known, by their calls and texts. Texts that differ only in quotes and numbers are one.
var AWSErrors = sync.OnceValue(func() []*AWSError {
	known := map[string]*AWSError{}
	add := func(text, call string) *AWSError {
		key := strings.Join(wordsOf(text), " ")
		if known[key] == nil {
			known[key] = &AWSError{Text: text}
		}
		known[key].Call = cmp.Or(known[key].Call, call)
		return known[key]
	}
	for _, r := range All() {
		for _, text := range r.AWSErrors {
			e := add(text, callOf(r, text))
			if !slices.Contains(e.Rules, r) {
				e.Rules = append(e.Rules, r)
			}
		}
	}
	for _, c := range docs.NotDecidable() {
		for _, text := range c.Texts {
			e := add(text.Words, text.Call)
			e.Cases = append(e.Cases, c)
		}
	}
	all := make([]*AWSError, 0, len(known))
	for _, e := range known {
		all = append(all, e)
	}
	slices.SortFunc(all, func(a, b *AWSError) int {
		return cmp.Or(strings.Compare(a.Call, b.Call), strings.Compare(a.Text, b.Text))
	})
	return all
})

// ByAWSError finds the texts that a pasted error holds: what is wrapped around them, names, numbers and quotes don't
// matter. Where none is there for sure, sure is false and found are up to three likely ones, the best first.
func ByAWSError(pasted string) (found []*AWSError, sure bool) {
	words := pastedWords(pasted)
	matches := phrases().matches(words)
	if found = whole(matches); found != nil {
		return found, true
	}
	if found = part(matches); found != nil {
		return found, true
	}
	return likely(matches), false
}

const (
	wholeShare  = 0.8  // of a known text, by weight: the text is there
	partShare   = 0.85 // of what was pasted: it is a part of the text
	likelyShare = 0.5  // of either
	partWords   = 4    // fewer say too little to be sure
	likelyWords = 3    // fewer say nothing
	asGood      = 0.9  // of the best score
	mostLikely  = 3
)

// whole are the texts that are there in full, in their order. One that overlaps a better one is a part of that.
func whole(matches []match) []*AWSError {
	var taken []match
	for _, m := range matches {
		inside := func(better match) bool { return m.overlaps(better) && m.score < better.score }
		if m.ofKnown() >= wholeShare && !slices.ContainsFunc(taken, inside) {
			taken = append(taken, m)
		}
	}
	slices.SortStableFunc(taken, func(a, b match) int { return cmp.Compare(a.start, b.start) })
	var found []*AWSError
	for _, m := range taken {
		found = append(found, m.phrase.of)
	}
	return found
}

// part is the text that a part was pasted of, if it can be only one.
func part(matches []match) []*AWSError {
	if len(matches) == 0 || matches[0].ofPasted < partShare || matches[0].words < partWords {
		return nil
	}
	best := matches[0]
	for _, m := range matches[1:] {
		if m.score >= asGood*best.score && !sameAdvice(m.phrase.of, best.phrase.of) {
			return nil
		}
	}
	return []*AWSError{best.phrase.of}
}

// likely are the texts that come nearest, with different advice each.
func likely(matches []match) []*AWSError {
	near := slices.DeleteFunc(slices.Clone(matches), func(m match) bool { return m.words < likelyWords || m.share() < likelyShare })
	slices.SortStableFunc(near, func(a, b match) int { return cmp.Compare(b.share(), a.share()) })
	var found []*AWSError
	for _, m := range near {
		same := func(e *AWSError) bool { return sameAdvice(e, m.phrase.of) }
		if len(found) < mostLikely && !slices.ContainsFunc(found, same) {
			found = append(found, m.phrase.of)
		}
	}
	return found
}

func sameAdvice(a, b *AWSError) bool {
	return slices.Equal(a.Rules, b.Rules) && slices.Equal(a.Cases, b.Cases)
}
