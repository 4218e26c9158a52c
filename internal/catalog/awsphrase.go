package catalog

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// phrase is a known text as its words.
type phrase struct {
	of     *AWSError
	words  []weighed
	weight float64 // of all words
}

// weighed is a word with what it tells: one that few texts have tells much.
type weighed struct {
	word   string
	weight float64
}

// vocabulary is what all known texts say.
type vocabulary struct {
	phrases []phrase
	weights map[string]float64
}

const (
	exampleWeight = 1.0 // of a name or a value in a text, which is another one in each error
	foreignWeight = 2.0 // of a pasted word that no known text has
)

var phrases = sync.OnceValue(func() *vocabulary {
	all := AWSErrors()
	texts := map[string]int{}
	for _, e := range all {
		words := wordsOf(e.Text)
		slices.Sort(words)
		for _, w := range slices.Compact(words) {
			texts[w]++
		}
	}
	v := &vocabulary{weights: map[string]float64{}}
	for w, n := range texts {
		v.weights[w] = math.Log(1 + float64(len(all))/float64(n))
	}
	for _, e := range all {
		p := phrase{of: e}
		examples := exampleWords(e.Text)
		for _, w := range wordsOf(e.Text) {
			weight := v.weights[w]
			if examples[w] {
				weight = exampleWeight
			}
			p.words = append(p.words, weighed{w, weight})
			p.weight += weight
		}
		v.phrases = append(v.phrases, p)
	}
	return v
})

// quoted is a value in a text; shouted the name of a constant.
var (
	quoted  = regexp.MustCompile(`['‘"][^'’"\s]+['’"]|\[[^\]]+\]`)
	shouted = regexp.MustCompile(`\b[A-Z]+_[A-Z_]+\b`)
)

// exampleWords are the words of a text that are only an example. What is written in camel case is a member of the API.
func exampleWords(text string) map[string]bool {
	examples := map[string]bool{}
	for _, value := range append(quoted.FindAllString(text, -1), shouted.FindAllString(text, -1)...) {
		if isConstant := strings.ToUpper(value) == value; isConstant || strings.IndexFunc(value, unicode.IsUpper) < 0 {
			for _, w := range wordsOf(value) {
				examples[w] = true
			}
		}
	}
	return examples
}

var (
	arn  = regexp.MustCompile(`arn:[^\s'"\])]*`)
	word = regexp.MustCompile(`[a-z0-9_]+(-[a-z0-9_]+)*`)
)

// wordsOf are the words of a text in small letters, without numbers and addresses of resources.
func wordsOf(text string) []string {
	words := word.FindAllString(strings.ToLower(arn.ReplaceAllString(text, " ")), -1)
	return slices.DeleteFunc(words, func(w string) bool { return strings.Trim(w, "0123456789-") == "" })
}

// match is where the words of a phrase stand in a pasted text.
type match struct {
	phrase phrase
	alignment
	ofPasted float64 // share of the weight of all that was pasted
}

func (m match) ofKnown() float64 { return m.score / m.phrase.weight }

func (m match) share() float64 { return max(m.ofKnown(), m.ofPasted) }

func (m match) overlaps(other match) bool { return m.start < other.end && other.start < m.end }

// matches are the phrases that have words in common with a pasted text, the best first.
func (v *vocabulary) matches(pasted []string) []match {
	var weight float64
	for _, w := range pasted {
		weight += cmp.Or(v.weights[w], foreignWeight)
	}
	var all []match
	for _, p := range v.phrases {
		if a := align(p.words, pasted); a.words > 0 {
			all = append(all, match{p, a, a.score / weight})
		}
	}
	slices.SortStableFunc(all, func(a, b match) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(b.ofKnown(), a.ofKnown()))
	})
	return all
}
