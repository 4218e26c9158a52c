package source_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/ecslint/ecslint/internal/source"
)

// atom is a stretch of text that came from one stretch of the file.
type atom struct {
	out        string
	start, end int
}

// made is a text with a record of how it was made.
type made struct {
	text  source.Text
	atoms []atom
}

const letters = "ab 1\"\\\n\téü한😀𝄞"

// encodings turn a text into the bytes of a file.
var encodings = map[string]func(string) []byte{
	"utf-8": func(s string) []byte { return []byte(s) },
	"bom":   func(s string) []byte { return []byte("\ufeff" + s) },
	"utf-16le": func(s string) []byte {
		return units(s, func(u uint16) []byte { return []byte{byte(u), byte(u >> 8)} })
	},
	"utf-16be": func(s string) []byte {
		return units(s, func(u uint16) []byte { return []byte{byte(u >> 8), byte(u)} })
	},
}

func units(s string, put func(uint16) []byte) []byte {
	var data []byte
	for _, u := range utf16.Encode([]rune("\ufeff" + s)) {
		data = append(data, put(u)...)
	}
	return data
}

// wholeFile is a file's text, one atom for each code point.
func wholeFile(data []byte, text string) made {
	f := source.NewFile("x", "", data)
	m := made{text: f.Text()}
	at := f.Whole().Start
	for _, r := range text {
		size := f.RuneSize(at)
		m.atoms = append(m.atoms, atom{string(r), at, at + size})
		at += size
	}
	return m
}

func randomText(random *rand.Rand, n int) string {
	all := []rune(letters)
	var b strings.Builder
	for range n {
		b.WriteRune(all[random.IntN(len(all))])
	}
	return b.String()
}

// slice cuts at atoms.
func (m made) slice(from, to int) made {
	return made{m.text.Slice(m.offset(from), m.offset(to)), m.atoms[from:to]}
}

// offset is where an atom begins in the text.
func (m made) offset(atom int) (n int) {
	for _, a := range m.atoms[:atom] {
		n += len(a.out)
	}
	return n
}

// rebuilt copies parts of m in order: some as they are, some decoded to other text, some left out.
func rebuilt(random *rand.Rand, m made) made {
	var b source.Builder
	var out made
	for at := 0; at < len(m.atoms); {
		end := min(len(m.atoms), at+1+random.IntN(4))
		part := m.slice(at, end)
		start, stop := part.atoms[0].start, part.atoms[len(part.atoms)-1].end
		switch decoded := randomText(random, random.IntN(4)); random.IntN(5) {
		case 0: // dropped, as a line continuation is
		case 1, 2:
			if random.IntN(2) == 0 {
				b.Put(decoded, part.text)
			} else {
				b.PutRange(decoded, source.Range{File: m.text.File(), Start: start, End: stop})
			}
			if decoded != "" {
				out.atoms = append(out.atoms, atom{decoded, start, stop})
			}
		default:
			b.Raw(part.text)
			out.atoms = append(out.atoms, part.atoms...)
		}
		at = end
	}
	out.text = b.Text()
	return out
}

// TestMapsCompose nests slices and rebuilt texts at random: a stretch of the text always names exactly the bytes of the
// file that it was made of.
func TestMapsCompose(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for name, encode := range encodings {
		for range 2000 {
			text := randomText(random, random.IntN(30))
			m := wholeFile(encode(text), text)
			checkMap(t, random, name, m)
			for range 1 + random.IntN(4) {
				if random.IntN(2) == 0 {
					from := random.IntN(len(m.atoms) + 1)
					m = m.slice(from, from+random.IntN(len(m.atoms)-from+1))
				} else {
					m = rebuilt(random, m)
				}
				checkMap(t, random, name, m)
			}
			if t.Failed() {
				t.Fatalf("%s of %q", name, text)
			}
		}
	}
}

func checkMap(t *testing.T, random *rand.Rand, name string, m made) {
	t.Helper()
	var all strings.Builder
	for _, a := range m.atoms {
		all.WriteString(a.out)
	}
	if m.text.String() != all.String() || m.text.Len() != all.Len() {
		t.Fatalf("%s: text %q, want %q", name, m.text.String(), all.String())
	}
	for i := range m.atoms {
		j := i + 1 + random.IntN(len(m.atoms)-i)
		want := source.Range{File: m.text.File(), Start: m.atoms[i].start, End: m.atoms[j-1].end}
		if got := m.text.Range(m.offset(i), m.offset(j)); got != want {
			t.Errorf("%s: atoms %d to %d at %d-%d, want %d-%d", name, i, j, got.Start, got.End, want.Start, want.End)
		}
		checkInside(t, random, m, i)
	}
}

// checkInside checks that a stretch that begins or ends inside of an atom doesn't leave what it touches.
func checkInside(t *testing.T, random *rand.Rand, m made, i int) {
	t.Helper()
	offset := m.offset(i)
	from := random.IntN(len(m.atoms[i].out))
	to := from + 1 + random.IntN(len(m.atoms[i].out)-from)
	got := m.text.Range(offset+from, offset+to)
	if got.Start < m.atoms[i].start || got.End > m.atoms[i].end || got.Start > got.End {
		t.Errorf("bytes %d-%d of %q at %d-%d, which leaves %d-%d", from, to, m.atoms[i].out, got.Start, got.End, m.atoms[i].start, m.atoms[i].end)
	}
	if empty := m.text.Range(offset, offset); empty.Start != empty.End || empty.Start != m.atoms[i].start {
		t.Errorf("nothing before %q is at %d-%d", m.atoms[i].out, empty.Start, empty.End)
	}
}

func TestZeroText(t *testing.T) {
	var none source.Text
	if none.Len() != 0 || none.String() != "" || !none.Whole().IsZero() || none.Masked() != "" {
		t.Error("the zero Text is something")
	}
	empty := source.NewFile("x", "", nil).Text()
	if r := empty.Whole(); r.Start != 0 || r.End != 0 || r.File == nil {
		t.Errorf("the text of an empty file is at %d-%d", r.Start, r.End)
	}
}

func FuzzText(f *testing.F) {
	f.Add([]byte("a\r\nb\xffc😀"))
	f.Add([]byte("\xff\xfea\x00\x3d\xd8\x00\xde\x00\xd8b"))
	f.Fuzz(func(t *testing.T, data []byte) {
		file := source.NewFile("x", "", data)
		text := file.Text()
		at := file.Whole().Start
		for i, r := range text.String() {
			got := text.Range(i, i+1)
			if got.Start != at || got.End > len(data) {
				t.Fatalf("%q: %q at %d-%d, want %d", data, r, got.Start, got.End, at)
			}
			at += file.RuneSize(at)
		}
		if at != len(data) {
			t.Fatalf("%q: the text ends at %d", data, at)
		}
	})
}
