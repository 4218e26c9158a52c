package source

import (
	"sort"
	"strings"
	"sync"
)

// MaskText is what output shows in the place of a secret.
const MaskText = "****"

type maskSet struct {
	mu     sync.Mutex
	ranges []Range // sorted by Start
	texts  map[string]bool
}

// Mask marks a range as secret: no view of the file shows it again.
func (f *File) Mask(r Range) { f.MaskAs(r, "") }

// MaskAs marks a range as secret that stands for text: a string with escapes, a variable that was filled in.
func (f *File) MaskAs(r Range, text string) {
	f.masks.mu.Lock()
	defer f.masks.mu.Unlock()
	i := sort.Search(len(f.masks.ranges), func(i int) bool { return f.masks.ranges[i].Start >= r.Start })
	f.masks.ranges = append(f.masks.ranges, Range{})
	copy(f.masks.ranges[i+1:], f.masks.ranges[i:])
	f.masks.ranges[i] = r
	if f.masks.texts == nil {
		f.masks.texts = map[string]bool{}
	}
	if text == "" {
		text = f.Slice(r)
	}
	f.masks.texts[text] = true
}

// Secrets are the texts of all masked ranges, longest first, for masking them in messages.
func (f *File) Secrets() []string {
	f.masks.mu.Lock()
	defer f.masks.mu.Unlock()
	secrets := make([]string, 0, len(f.masks.texts))
	for s := range f.masks.texts {
		if s != "" {
			secrets = append(secrets, s)
		}
	}
	sort.Slice(secrets, func(i, j int) bool {
		return len(secrets[i]) > len(secrets[j]) || len(secrets[i]) == len(secrets[j]) && secrets[i] < secrets[j]
	})
	return secrets
}

// Cell is a stretch of a shown line: its text and the bytes of the file that it stands for.
type Cell struct {
	Text  string
	Range Range
}

// Show is line n (1-based) as output may show it: tabs are kept, other control characters are replaced by
// U+FFFD, secrets by MaskText. Cells are in order and cover the line; a mask is one cell.
func (f *File) Show(n int) []Cell {
	line := f.LineRange(n)
	f.masks.mu.Lock()
	defer f.masks.mu.Unlock()
	var cells []Cell
	for at := line.Start; at < line.End; {
		if m, ok := f.masks.at(at); ok {
			end := min(m.End, line.End)
			cells = append(cells, Cell{MaskText, Range{f, at, end}})
			at = end
			continue
		}
		r, size := f.runeAt(at)
		if r < ' ' && r != '\t' || r == 0x7f || r >= 0x80 && r < 0xa0 {
			r = 0xfffd
		}
		cells = append(cells, Cell{string(r), Range{f, at, at + size}})
		at += size
	}
	return cells
}

// ShowText is the text of Show(n).
func (f *File) ShowText(n int) string {
	var b strings.Builder
	for _, c := range f.Show(n) {
		b.WriteString(c.Text)
	}
	return b.String()
}

// at is the mask over an offset, with those that overlap or touch it.
func (m *maskSet) at(offset int) (Range, bool) {
	mask := Range{Start: offset, End: offset}
	for _, r := range m.ranges {
		if r.Start > mask.End {
			break
		}
		mask.End = max(mask.End, r.End)
	}
	return mask, mask.End > offset
}

// Masked is the text with MaskText in the place of each secret.
func (t Text) Masked() string {
	f := t.File()
	if f == nil {
		return t.s
	}
	f.masks.mu.Lock()
	defer f.masks.mu.Unlock()
	if len(f.masks.ranges) == 0 {
		return t.s
	}
	var b strings.Builder
	hidden := false
	for i, r := range t.s {
		at := t.Range(i, i+1).Start
		_, secret := f.masks.at(at)
		switch {
		case secret && !hidden:
			b.WriteString(MaskText)
		case !secret:
			b.WriteRune(r)
		}
		hidden = secret
	}
	return b.String()
}
