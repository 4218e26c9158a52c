package report

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
)

// TestHashLines uses the vectors of the uploader's own tests:
// https://github.com/github/codeql-action/blob/main/src/fingerprints.test.ts
func TestHashLines(t *testing.T) {
	greetings := "e9496ae3ebfced30:1 fb7c023a8b9ccb3f:1 ce8ba1a563dcdaca:1 e20e36e16fcb0cc8:1 b3edc88f2938467e:1 " +
		"c8e28b0b4002a3a0:1 c129715d7a2bc9a3:1"
	tests := []struct{ in, want string }{
		{"", "c129715d7a2bc9a3:1"},
		{" a\nb\n  \t\tc\n d", "271789c17abda88f:1 54703d4cd895b18:1 180aee12dab6264:1 a23a3dc5e078b07b:1"},
		{" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End",
			"8b7cf3e952e7aeb2:1 b1ae1287ec4718d9:1 bff680108adb0fcc:1 c6805c5e1288b612:1 b86d3392aea1be30:1 e6ceba753e1a442:1"},
		{" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n", greetings},
		{" hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r", greetings},
		{" hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n", greetings},
		{" hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n", greetings},
		{strings.Repeat("Lorem ipsum dolor sit amet.\n", 10),
			"a7f2ff13bc495cf2:1 a7f2ff13bc495cf2:2 a7f2ff13bc495cf2:3 a7f2ff13bc495cf2:4 a7f2ff13bc495cf2:5 " +
				"a7f2ff13bc495cf2:6 a7f2ff1481e87703:1 a9cf91f7bbf1862b:1 55ec222b86bcae53:1 cc97dc7b1d7d8f7b:1 c129715d7a2bc9a3:1"},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, all(hashLines([]byte(test.in)))); diff != "" {
			t.Errorf("hashes of %q (-want +got):\n%s", test.in, diff)
		}
	}
}

// TestHashLinesDirect compares with the hash written as its definition says: a polynomial over the 100 units from
// the start of each line.
func TestHashLinesDirect(t *testing.T) {
	texts := []string{
		"\ufeff{\n\t\"名前\": \"ウェブ😀\",\n}\n",
		"{\"a\": \"\xe2\x82\", \"b\": \"\xff\"}\r\n\xf0\x9f\x98",
		strings.Repeat("x", 250) + "\n" + strings.Repeat("y ", 99) + "\n\n\n",
		"   \n \t \n   ",
	}
	for _, text := range texts {
		want := directly(strings.ToValidUTF8(text, "\ufffd"))
		if got := all(hashLines([]byte(text))); got != want {
			t.Errorf("%q\n got %s\nwant %s", text, got, want)
		}
	}
}

func TestDecodeLikeNode(t *testing.T) {
	// Each is one U+FFFD per maximal beginning, as `Buffer.from(...).toString("utf8")` gives.
	tests := []struct{ in, want string }{
		{"\xe2\x82a", "\ufffda"},
		{"\xff\xfe", "\ufffd\ufffd"},
		{"\xf0\x9f\x98", "\ufffd"},
		{"\xf0\x9f\x98\xf0\x9f\x98\x80", "\ufffd😀"},
		{"\xed\xa0\x80", "\ufffd\ufffd\ufffd"},
		{"\xc0\x80", "\ufffd\ufffd"},
		{"\xf4\x90\x80\x80", "\ufffd\ufffd\ufffd\ufffd"},
		{"\xe0\x80\x80", "\ufffd\ufffd\ufffd"},
		{"aé\ufffd", "aé\ufffd"},
	}
	for _, test := range tests {
		got := ""
		for in := []byte(test.in); len(in) > 0; {
			r, size := decodeLikeNode(in)
			got += string(r)
			in = in[size:]
		}
		if got != test.want {
			t.Errorf("%q is read as %q, not %q", test.in, got, test.want)
		}
	}
}

func all(h lineHashes) string {
	var hashes []string
	for line := 1; ; line++ {
		hash, ok := h.of(line)
		if !ok {
			return strings.Join(hashes, " ")
		}
		hashes = append(hashes, hash)
	}
}

func directly(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", " ", "", "\t", "").Replace(text)
	units := append(utf16.Encode([]rune(text)), 0xffff)
	padded := append(units, make([]uint16, 100)...)
	seen := map[uint64]int{}
	var hashes []string
	for i := range units {
		if i > 0 && units[i-1] != '\n' {
			continue
		}
		var hash uint64
		for _, unit := range padded[i : i+100] {
			hash = hash*37 + uint64(unit)
		}
		seen[hash]++
		hashes = append(hashes, fmt.Sprintf("%x:%d", hash, seen[hash]))
	}
	return strings.Join(hashes, " ")
}
