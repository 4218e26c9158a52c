package cli

import "testing"

func TestUseUnicode(t *testing.T) {
	for _, test := range []struct {
		env  map[string]string
		want bool
	}{
		{map[string]string{"LANG": "en_US.UTF-8"}, true},
		{map[string]string{"LANG": "C.utf8"}, true},
		{map[string]string{"LANG": "C"}, false},
		{map[string]string{"LANG": "en_US.UTF-8", "LC_ALL": "C"}, false},
		{map[string]string{"LANG": "POSIX", "LC_CTYPE": "de_DE.UTF-8"}, true},
		{map[string]string{"LANG": "de_DE.ISO-8859-1"}, false},
	} {
		stdio := IO{Getenv: func(name string) string { return test.env[name] }}
		if got := stdio.useUnicode(); got != test.want {
			t.Errorf("%v: %v", test.env, got)
		}
	}
}
