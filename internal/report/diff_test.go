package report_test

import (
	"testing"

	"github.com/ecslint/ecslint/internal/report"
	"github.com/ecslint/ecslint/internal/source"
)

func TestDiff(t *testing.T) {
	before := file("a b.json", "{\n  \"a\": 1,\n  \"password\": \"hunter2\",\n  \"esc\": \"\x1b[31m\"\n}")
	after := file("a b.json", "{\n  \"password\": \"hunter2\",\n  \"esc\": \"\x1b[31m\"\n}\n")
	for _, f := range []*source.File{before, after} {
		f.Mask(at(f, "hunter2"))
	}
	const want = `--- a b.json
+++ a b.json
@@ -1,5 +1,4 @@
 {
-  "a": 1,
   "password": "****",
   "esc": "` + "\ufffd" + `[31m"
-}
\ No newline at end of file
+}
`
	if got := report.Diff(before, after); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestDiffOfEncodings(t *testing.T) {
	const text = "{\"é\": 1}\r\n"
	plain, bom := file("x.json", text), file("x.json", "\ufeff"+text)
	wide := file("x.json", "\xff\xfe{\x00\"\x00\xe9\x00\"\x00:\x00 \x001\x00}\x00\r\x00\n\x00")
	for _, test := range []struct {
		before, after *source.File
		want          string
	}{
		{plain, file("x.json", text), ""},
		{bom, plain, "# x.json: UTF-8 with a byte order mark becomes UTF-8\n"},
		{wide, plain, "# x.json: UTF-16 becomes UTF-8\n"},
	} {
		if got := report.Diff(test.before, test.after); got != test.want {
			t.Errorf("got\n%s\nwant\n%s", got, test.want)
		}
	}
}
