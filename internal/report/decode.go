package report

import "unicode/utf8"

// decodeLikeNode decodes one code point as JavaScript does: of broken UTF-8, the longest beginning of a code point
// is one U+FFFD (https://encoding.spec.whatwg.org/#utf-8-decoder), where Go makes one of each byte.
func decodeLikeNode(data []byte) (rune, int) {
	r, size := utf8.DecodeRune(data)
	if r != utf8.RuneError || size != 1 {
		return r, size
	}
	low, high, more := secondByte(data[0])
	for size < len(data) && size <= more && low <= data[size] && data[size] <= high {
		size++
		low, high = 0x80, 0xbf
	}
	return utf8.RuneError, size
}

// secondByte is what may follow a first byte, and how many bytes do.
func secondByte(first byte) (low, high byte, more int) {
	low, high = 0x80, 0xbf
	switch {
	case first >= 0xc2 && first <= 0xdf:
		more = 1
	case first >= 0xe0 && first <= 0xef:
		more = 2
	case first >= 0xf0 && first <= 0xf4:
		more = 3
	}
	switch first {
	case 0xe0:
		low = 0xa0
	case 0xed:
		high = 0x9f
	case 0xf0:
		low = 0x90
	case 0xf4:
		high = 0x8f
	}
	return low, high, more
}
