package facts_test

import (
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/facts"
)

func TestInstanceTypesAreWhole(t *testing.T) {
	seen := map[string]bool{}
	for _, it := range facts.InstanceTypes() {
		family, size, ok := strings.Cut(it.Name, ".")
		switch {
		case !ok || family == "" || size == "" || seen[it.Name]:
			t.Errorf("%q is no name, or there twice", it.Name)
		case it.VCPUs < 1 || it.Memory < 512 || it.ENIs < it.DefaultCardENIs || it.DefaultCardENIs < 1 || it.GPUs < 0:
			t.Errorf("%+v lacks something", it)
		case it.LeastMemory() <= 0 || it.LeastMemory() >= it.Memory:
			t.Errorf("%s registers at least %d of %d MiB", it.Name, it.LeastMemory(), it.Memory)
		}
		seen[it.Name] = true
	}
	if len(seen) != 1380 {
		t.Errorf("%d types", len(seen))
	}
}

func TestInstanceTypesHaveTheDocumentedFigures(t *testing.T) {
	for _, want := range []struct {
		name                               string
		vcpus, memory, least, enis, branch int64
		derived                            bool
	}{
		{"m5.large", 2, 8192, 7680 - 82, 3, 10, false}, // registers 7680 to 7811
		{"t3.medium", 2, 4096, 3827 - 41, 3, 0, false},
		{"t2.micro", 1, 1024, 949 - 11, 2, 0, false},
		{"c5d.2xlarge", 8, 16384, 0, 4, 40, false},
		{"p4d.24xlarge", 96, 1179648, 0, 60, 0, false},
		{"m7i.large", 2, 8192, 0, 3, 10, true},
	} {
		it, ok := facts.InstanceTypeNamed(want.name)
		if !ok || it.VCPUs != want.vcpus || it.Memory != want.memory || it.ENIs != want.enis {
			t.Errorf("%s is %+v", want.name, it)
		}
		if want.least > 0 && it.LeastMemory() != want.least {
			t.Errorf("%s registers at least %d, want %d", want.name, it.LeastMemory(), want.least)
		}
		if want.branch > 0 && (it.BranchENIs != want.branch || it.Derived != want.derived) {
			t.Errorf("%s has %d branch interfaces, derived %v", want.name, it.BranchENIs, it.Derived)
		}
	}
	if old, _ := facts.InstanceTypeNamed("m1.medium"); !old.Xen {
		t.Error("m1.medium runs on another hypervisor than Xen")
	}
	if _, ok := facts.InstanceTypeNamed("m5.huge"); ok {
		t.Error("m5.huge is known")
	}
}
