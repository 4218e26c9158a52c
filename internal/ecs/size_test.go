package ecs_test

import (
	"testing"

	"github.com/ecslint/ecslint/internal/ecs"
)

const refused = -1

func TestParseCPU(t *testing.T) {
	for text, want := range map[string]int64{
		"256": 256, "0": 0, "1024.0": 1024, " 512 ": 512,
		"1 vCPU": 1024, "1vcpu": 1024, "1 VCPU": 1024, ".25 vCPU": 256, "0.25 vCPU": 256, "0.5vCpu": 512, "32 vCPU": 32768,
		"": refused, "0.25": refused, "-256": refused, "1 vCPUs": refused, "vCPU": refused, "1 cpu": refused, "256m": refused,
		"1,024": refused, "1e3": refused, "0x100": refused, "inf": refused, "NaN": refused, ".": refused, "1. vCPU": refused,
		"99999999999999999999": refused, "99999999999999999999 vCPU": refused,
	} {
		expect(t, "ParseCPU", text, want, ecs.ParseCPU)
	}
}

func TestParseMemory(t *testing.T) {
	for text, want := range map[string]int64{
		"512": 512, "2048": 2048,
		"2 GB": 2048, "2GB": 2048, "2gb": 2048, ".5 gb": 512, "0.5GB": 512, "244 GB": 249856,
		"": refused, "2 GiB": refused, "2G": refused, "512MB": refused, "0.5": refused, "-1": refused, "two": refused,
	} {
		expect(t, "ParseMemory", text, want, ecs.ParseMemory)
	}
}

func expect(t *testing.T, name, text string, want int64, parse func(string) (int64, bool)) {
	t.Helper()
	got, ok := parse(text)
	if !ok {
		got = refused
	}
	if got != want {
		t.Errorf("%s(%q) = %d, want %d", name, text, got, want)
	}
}
