package report_test

import (
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/report"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/rules"
)

func TestText(t *testing.T) {
	tabs := file("tabs.json", "{\n\t\"a\":\t[1,\t2],\n\t\"b\": 3\n}\n")
	wide := file("wide.json", `{"名前": "😀é", "ｶﾅ": "e`+"\u0301"+`", "image": "x"}`)
	crlf := file("crlf.json", "{\r\n  \"cpu\": 100\r\n}\r\n")
	lines := file("lines.json", "{\n  \"a\": {\n    \"b\": 1,\n    \"c\": 2\n  },\n  \"d\": [\n    3]\n}\n")
	open := file("open.json", `{"a": [1, 2`)
	empty := file("empty.json", "")
	blank := file("blank.json", "\n\n")
	hidden := file("secret.json", `{"key": "s3cr3t-s3cr3t", "b": 1}`)
	hidden.Mask(at(hidden, "s3cr3t-s3cr3t"))
	long := file("long.json", `{"x": "`+strings.Repeat("0123456789", 30)+`", "cpu": 100, "y": "`+strings.Repeat("abcdefghij", 30)+`"}`)
	nasty := file("na\x1b[31msty.json", "{\"a\x1b[0m\": \"x\u202e\", \"b\": 1}\n")
	wide16 := source.NewFile("utf16.json", "", utf16File(`{"名": "x", "b": 1}`))

	tests := []struct {
		name     string
		findings []diag.Diagnostic
	}{
		{"tabs", []diag.Diagnostic{
			finding(at(tabs, `3`), "a tab before it"),
			finding(at(tabs, "[1,\t2]"), "a tab within it"),
			finding(at(tabs, "\t2"), "a tab at its start"),
		}},
		{"wide", []diag.Diagnostic{
			finding(at(wide, "名前"), "wide runes"),
			finding(at(wide, "é"), "after an emoji"),
			finding(at(wide, "ｶﾅ"), "halfwidth runes"),
			finding(at(wide, "e\u0301"), "a combining mark"),
			finding(at(wide, `"x"`), "after all of them"),
		}},
		{"crlf", []diag.Diagnostic{
			finding(at(crlf, "100"), "a value"),
			finding(at(crlf, "100\r\n"), "a value and its line break"),
		}},
		{"lines", []diag.Diagnostic{
			finding(span(lines, `{
    "b"`, `  }`), "many lines"),
			finding(at(lines, "[\n    3]"), "two lines"),
			finding(at(lines, "\"c\": 2\n"), "to the start of the next line"),
		}},
		{"end-of-file", []diag.Diagnostic{
			finding(source.Range{File: open, Start: len(open.Bytes), End: len(open.Bytes)}, "the file ends"),
			finding(at(open, "2"), "the last byte"),
			finding(source.Range{File: lines, Start: len(lines.Bytes), End: len(lines.Bytes)}, "after the last line break"),
		}},
		{"empty", []diag.Diagnostic{
			finding(source.Range{File: empty}, "an empty file"),
			finding(source.Range{File: blank, Start: 1, End: 1}, "an empty line"),
			finding(source.Range{File: lines}, "a whole file"),
			finding(source.Range{}, "no file"),
			finding(source.Range{File: lines, Start: 4000, End: 5000}, "beyond the file"),
		}},
		{"secret", []diag.Diagnostic{
			finding(at(hidden, `"s3cr3t-s3cr3t"`), "a secret in quotes"),
			finding(source.Range{File: hidden, Start: at(hidden, "cr3t").Start, End: at(hidden, "cr3t").End}, "a part of a secret"),
			finding(at(hidden, "1"), "after a secret"),
		}},
		{"long-line", []diag.Diagnostic{
			finding(at(long, "100"), "in the middle"),
			finding(at(long, `"x"`), "at the start"),
			finding(source.Range{File: long, Start: len(long.Bytes) - 1, End: len(long.Bytes)}, "at the end"),
			finding(source.Range{File: long, Start: 0, End: len(long.Bytes)}, "all of it"),
		}},
		{"nasty", []diag.Diagnostic{finding(at(nasty, "1"), "two\nlines \x1b[31mred\x07 \u202etfel")}},
		{"utf16", []diag.Diagnostic{finding(source.Range{File: wide16, Start: 2 + 2*2, End: 2 + 2*3}, "one wide rune")}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, _ := write(t, "text", result(test.findings...), report.Options{})
			golden(t, test.name+".text", got)
			for i, line := range strings.Split(got, "\n") {
				if strings.TrimRight(line, " \t") != line {
					t.Errorf("line %d ends with blanks: %q", i+1, line)
				}
			}
		})
	}
}

func TestTextWidth(t *testing.T) {
	long := file("long.json", `{"x": "`+strings.Repeat("名", 60)+`", "cpu": 100}`)
	got, _ := write(t, "text", result(finding(at(long, "100"), "cut")), report.Options{Width: 48})
	golden(t, "narrow.text", got)
}

func TestTextColor(t *testing.T) {
	r := everything()
	r.Findings[0].Rule = "syntax-error" // has a page to link to
	got, _ := write(t, "text", r, report.Options{Color: true, Links: true})
	golden(t, "color.text", got)
}

func TestSummary(t *testing.T) {
	f := file("a.json", "{}")
	one := finding(f.Whole(), "m")
	failed := one
	failed.Severity = rules.Error
	tests := []struct {
		r    report.Result
		want string
	}{
		{report.Result{Files: 3, Checked: 4}, "no findings in 3 files (4 objects checked)"},
		{report.Result{Files: 1, Checked: 1, Undecided: 1}, "no findings in 1 file (1 object checked, 1 check undecided)"},
		{report.Result{Files: 3}, "nothing to check: no ECS object in 3 files"},
		{report.Result{Files: 0, Skipped: []report.SkippedFile{{Name: "x"}}}, "nothing to check: no ECS object in 0 files (1 file skipped)"},
		{report.Result{Findings: []diag.Diagnostic{one}, Files: 9, Checked: 41, Undecided: 2},
			"1 warning in 1 file (41 objects checked, 2 checks undecided)"},
		{report.Result{Findings: []diag.Diagnostic{failed, one, one}, Files: 9, Checked: 41},
			"1 error, 2 warnings in 1 file (41 objects checked)"},
		{report.Result{Findings: []diag.Diagnostic{finding(source.Range{}, "m")}}, "1 warning (0 objects checked)"},
	}
	for _, test := range tests {
		got, _ := write(t, "text", &test.r, report.Options{})
		lines := strings.Split(strings.TrimSpace(got), "\n")
		if last := lines[len(lines)-1]; last != test.want {
			t.Errorf("got  %s\nwant %s", last, test.want)
		}
	}
}

// FuzzText looks for a panic, and for what must never reach a terminal.
func FuzzText(f *testing.F) {
	f.Add([]byte("{\"a\":\t1}\r\n"), 2, 5, 0, 3)
	f.Add([]byte("\xff\xfea\x00\n\x00"), -1, 90, 3, 4)
	f.Add([]byte("\x1b[31m\u202e名"), 0, 3, 7, 8)
	f.Fuzz(func(t *testing.T, data []byte, start, end, maskStart, maskEnd int) {
		in := source.NewFile("x", "", data)
		if 0 <= maskStart && maskStart <= maskEnd && maskEnd <= len(data) {
			in.Mask(source.Range{File: in, Start: maskStart, End: maskEnd})
		}
		d := finding(source.Range{File: in, Start: start, End: end}, string(data))
		for _, format := range report.Formats() {
			got, _ := write(t, format, result(d), report.Options{Width: 40})
			if strings.ContainsAny(got, "\x1b\x07\u202e") && format == "text" {
				t.Errorf("%q is shown as it is", got)
			}
		}
	})
}

func span(f *source.File, from, to string) source.Range {
	return source.Range{File: f, Start: at(f, from).Start, End: at(f, to).End}
}

func utf16File(text string) []byte {
	data := []byte{0xff, 0xfe}
	for _, unit := range utf16.Encode([]rune(text)) {
		data = append(data, byte(unit), byte(unit>>8))
	}
	return data
}
