package place

import (
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/certificate"
)

// strategies rank instances for each type.
type strategies struct {
	*contents
	order   [][]criterion // of each type
	fields  [][]int       // of each field by which tasks are spread: the bucket of each class
	buckets []int         // of each field, how many
}

// criterion is one item of a strategy.
type criterion struct {
	kind     criterionKind
	field    int // of spread over buckets
	resource int // of binpack
}

type criterionKind uint8

const (
	overBuckets criterionKind = iota
	overInstances
	leastFree
)

func newStrategies(cs *contents) *strategies {
	s := &strategies{contents: cs}
	number := map[string]int{}
	for _, t := range cs.problem.Types {
		var order []criterion
		for _, item := range t.Order() {
			switch {
			case item.Type == "spread" && item.OverInstances():
				order = append(order, criterion{kind: overInstances})
			case item.Type == "spread":
				f, ok := number[item.Field]
				if !ok {
					f = len(number)
					number[item.Field] = f
					s.addField(item)
				}
				order = append(order, criterion{kind: overBuckets, field: f})
			case item.Type == "binpack":
				if r := slices.Index(cs.problem.Resources, strings.ToLower(item.Field)); r >= 0 {
					order = append(order, criterion{kind: leastFree, resource: r})
				}
			}
		}
		s.order = append(s.order, order)
	}
	return s
}

// addField numbers the buckets of a field.
func (s *strategies) addField(item certificate.Strategy) {
	number := map[string]int{}
	var bucket []int
	for i := range s.problem.Classes {
		value := item.Bucket(&s.problem.Classes[i])
		if _, ok := number[value]; !ok {
			number[value] = len(number)
		}
		bucket = append(bucket, number[value])
	}
	s.fields, s.buckets = append(s.fields, bucket), append(s.buckets, len(number))
}
