package taskdefinition

import (
	"fmt"
	"strconv"
	"strings"
)

func (s *sizeCheck) cpus() []int64 {
	var cpus []int64
	for _, size := range s.offered {
		cpus = append(cpus, size.CPU)
	}
	return cpus
}

// memories tells MiB in words: short lists whole, longer ones, which all have even steps, by their ends.
func memories(mib []int64) string {
	const short = 4
	if len(mib) <= short {
		return fmt.Sprintf("%s MiB", orList(mib))
	}
	first, last := mib[0], mib[len(mib)-1]
	return fmt.Sprintf("%d to %d MiB in steps of %d (%d to %d GB)", first, last, mib[1]-first, first/1024, last/1024)
}

func commaList(numbers []int64) string {
	words := make([]string, len(numbers))
	for i, n := range numbers {
		words[i] = strconv.FormatInt(n, 10)
	}
	return strings.Join(words, ", ")
}

func orList(numbers []int64) string {
	last := len(numbers) - 1
	return fmt.Sprintf("%s or %d", commaList(numbers[:last]), numbers[last])
}
