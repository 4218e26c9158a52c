package diag_test

import (
	"testing"

	"github.com/ecslint/ecslint/internal/diag"
)

func TestSuggest(t *testing.T) {
	keys := []string{"cpu", "memory", "memoryReservation", "image", "portMappings", "up"}
	tests := []struct{ word, want string }{
		{"memroy", "memory"}, // two letters swapped
		{"Memory", "memory"},
		{"memory_reservation", "memoryReservation"},
		{"memory-reservatoin", "memoryReservation"},
		{"portMapping", "portMappings"},
		{"imag", "image"},
		{"cpus", "cpu"},
		{"ip", "up"},
		{"x", ""}, // nothing of it would be left
		{"", ""},
		{"networkMode", ""},
		{"größe", ""},
	}
	for _, test := range tests {
		got, ok := diag.Suggest(test.word, keys)
		if ok != (test.want != "") || ok && got != test.want {
			t.Errorf("Suggest(%q) = %q, %v; want %q", test.word, got, ok, test.want)
		}
	}
	if got, _ := diag.Suggest("cat", []string{"bat", "rat"}); got != "bat" {
		t.Errorf("of two that are equally near the first must win, not %q", got)
	}
	if got, ok := diag.Suggest("cpu", nil); ok {
		t.Errorf("Suggest among nothing = %q", got)
	}
}
