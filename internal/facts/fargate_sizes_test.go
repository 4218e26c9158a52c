package facts_test

import (
	"slices"
	"testing"

	"github.com/ecslint/ecslint/internal/facts"
)

func TestFargateSizesHaveTheDocumentedCounts(t *testing.T) {
	want := map[int64]int{256: 3, 512: 4, 1024: 7, 2048: 13, 4096: 23, 8192: 12, 16384: 12, 32768: 3}
	if len(facts.FargateSizes) != len(want) {
		t.Fatalf("%d sizes, want %d", len(facts.FargateSizes), len(want))
	}
	for i, s := range facts.FargateSizes {
		if len(s.Memory) != want[s.CPU] {
			t.Errorf("cpu %d has %d memories, want %d", s.CPU, len(s.Memory), want[s.CPU])
		}
		if !slices.IsSorted(s.Memory) || i > 0 && facts.FargateSizes[i-1].CPU >= s.CPU {
			t.Errorf("cpu %d is out of order", s.CPU)
		}
	}
}

func TestWindowsHasThreeSizes(t *testing.T) {
	var cpus []int64
	for _, s := range facts.FargateSizesFor(true) {
		cpus = append(cpus, s.CPU)
	}
	if want := []int64{1024, 2048, 4096}; !slices.Equal(cpus, want) {
		t.Errorf("windows has %v, want %v", cpus, want)
	}
}
