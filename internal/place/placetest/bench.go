package placetest

import (
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/internal/certificate"
)

// Packing reads a file of the packing benchmarks (.vbp): bins that are all alike, and items. Bins is how many there are to be.
func Packing(file string, bins int64) (*certificate.Problem, error) {
	n, err := numbers(file)
	if err != nil {
		return nil, err
	}
	p := &certificate.Problem{}
	size := func(k int64) []int64 {
		list := n[:k:k]
		n = n[k:]
		return list
	}
	dimensions := size(1)[0]
	for i := range dimensions {
		p.Resources = append(p.Resources, fmt.Sprint("r", i))
	}
	p.Classes = []certificate.Class{{Name: "bin", Count: bins, Capacity: size(dimensions)}}
	for i := range size(1)[0] {
		demand := size(dimensions)
		p.Types = append(p.Types, certificate.Type{Name: fmt.Sprint("item ", i), Group: fmt.Sprint(i), Count: size(1)[0], Demand: demand, Standalone: true})
	}
	return p, nil
}

func numbers(file string) ([]int64, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var list []int64
	for _, word := range strings.Fields(string(text)) {
		n, err := strconv.ParseInt(word, 10, 64)
		if err != nil {
			return nil, err
		}
		list = append(list, n)
	}
	return list, nil
}
