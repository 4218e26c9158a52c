package report

import (
	"fmt"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/ecslint/ecslint/internal/source"
)

// lineHashes are the hashes of a file's lines by which GitHub follows an alert through changes of the file. They
// must be the very values that its uploader computes, else it warns:
// https://github.com/github/codeql-action/blob/main/src/fingerprints.ts
//
// Each line has a hash of the 100 UTF-16 units from its start, blanks left out and all line breaks read as one LF.
// The uploader reads every file as UTF-8, so lines here are its lines: those of a file in UTF-16 differ from ours.
type lineHashes struct{ lines []lineHash }

type lineHash struct {
	hash uint64
	nth  int // 1-based, among the lines of the same hash
}

// of is the hash of a line (1-based); false where the uploader sees no such line.
func (h lineHashes) of(line int) (string, bool) {
	if line < 1 || line > len(h.lines) {
		return "", false
	}
	l := h.lines[line-1]
	return fmt.Sprintf("%x:%d", l.hash, l.nth), true
}

// hashesSecret reports that the hash of a line depends on a secret of the file.
func hashesSecret(f *source.File, line int) bool {
	switch {
	case len(f.Secrets()) == 0:
		return false
	case f.IsUTF16():
		return true // what the uploader hashes there are other lines
	}
	units := 0
	for ; line <= f.Lines() && units < hashWindow; line++ {
		for _, cell := range f.Show(line) {
			switch {
			case units == hashWindow:
				return false
			case cell.Text == source.MaskText:
				return true
			case !isBlank(cell.Text):
				units++
			}
		}
		units++ // the line break
	}
	return false
}

const (
	hashWindow = 100
	hashBase   = 37
	endOfFile  = 0xffff
)

func hashLines(data []byte) lineHashes {
	r := roller{lineStart: true, removed: 1, seen: map[uint64]int{}}
	for range hashWindow {
		r.removed *= hashBase
	}
	for len(data) > 0 {
		c, size := decodeLikeNode(data)
		data = data[size:]
		if first, second := utf16.EncodeRune(c); first != utf8.RuneError {
			r.read(uint16(first))
			r.read(uint16(second))
			continue
		}
		r.read(uint16(c))
	}
	r.read(endOfFile)
	for range hashWindow {
		r.emit()
		r.push(0)
	}
	return lineHashes{r.lines}
}

// roller is a rolling hash over the last hashWindow units.
type roller struct {
	hash    uint64
	removed uint64 // hashBase to the power of hashWindow: the weight of the unit that leaves the window
	units   [hashWindow]uint16
	starts  [hashWindow]bool // which units begin a line
	at      int

	lineStart, afterCR bool

	lines []lineHash
	seen  map[uint64]int
}

func (r *roller) read(unit uint16) {
	if unit == ' ' || unit == '\t' || r.afterCR && unit == '\n' {
		r.afterCR = false
		return
	}
	r.afterCR = unit == '\r'
	if r.afterCR {
		unit = '\n'
	}
	begins := r.lineStart
	r.lineStart = unit == '\n'
	r.emit()
	r.starts[r.at] = begins
	r.push(unit)
}

// push moves the window on by one unit.
func (r *roller) push(unit uint16) {
	r.hash = r.hash*hashBase + uint64(unit) - r.removed*uint64(r.units[r.at])
	r.units[r.at] = unit
	r.at = (r.at + 1) % hashWindow
}

// emit notes the hash of the line that begins with the oldest unit, if one does.
func (r *roller) emit() {
	if r.starts[r.at] {
		r.starts[r.at] = false
		r.seen[r.hash]++
		r.lines = append(r.lines, lineHash{r.hash, r.seen[r.hash]})
	}
}
