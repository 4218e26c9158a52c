package ecs

import (
	"math"
	"regexp"
	"strconv"
)

var (
	cpuForm    = regexp.MustCompile(`(?i)^\s*(\d*\.?\d+)\s*(vcpu)?\s*$`)
	memoryForm = regexp.MustCompile(`(?i)^\s*(\d*\.?\d+)\s*(gb)?\s*$`)
)

// ParseCPU reads the cpu of a task in CPU units, 1024 to a vCPU. AWS takes units ("1024") and vCPUs ("1 vCPU",
// ".25vcpu"). ok is false for every other form, such as a fraction of a unit.
func ParseCPU(text string) (units int64, ok bool) { return parseSize(cpuForm, text) }

// ParseMemory reads the memory of a task in MiB. AWS takes MiB ("2048") and GB ("2 GB", ".5gb"), where 1 GB is
// 1024 MiB. ok is false for every other form.
func ParseMemory(text string) (mib int64, ok bool) { return parseSize(memoryForm, text) }

func parseSize(form *regexp.Regexp, text string) (int64, bool) {
	if n, err := strconv.ParseUint(text, 10, 32); err == nil { // as nearly all are written
		return int64(n), true
	}
	m := form.FindStringSubmatch(text)
	if m == nil {
		return 0, false
	}
	n, err := strconv.ParseFloat(m[1], 64)
	if err != nil {
		return 0, false
	}
	if m[2] != "" {
		n = math.Round(n * 1024)
	}
	if n != math.Trunc(n) || n > 1<<53 {
		return 0, false
	}
	return int64(n), true
}
