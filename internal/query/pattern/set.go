package pattern

import "strings"

// set is a set of ASCII characters.
type set [2]uint64

var (
	anything = between(0, 127)
	digits   = between('0', '9')
	lower    = between('a', 'z')
	upper    = between('A', 'Z')
	letters  = lower.or(upper)
	alnum    = letters.or(digits)
	word     = alnum.or(of("_"))
	space    = of(" \t\n\v\f\r")
	blank    = of(" \t")
	vertical = of("\n\v\f\r")
	punct    = between('!', '~').and(alnum.not())
)

// properties are the names in \p{...} whose ASCII part is the same in all versions of Java.
var properties = map[string]set{
	"Lower": lower, "Upper": upper, "Alpha": letters, "Digit": digits, "Alnum": alnum, "Punct": punct, "ASCII": anything,
	"Graph": between('!', '~'), "Print": between(' ', '~'), "Blank": blank, "Space": space,
	"Cntrl": between(0, 31).or(of("\x7f")), "XDigit": digits.or(between('a', 'f')).or(between('A', 'F')),
	"L": letters, "Ll": lower, "Lu": upper, "Nd": digits,
}

// between is the ASCII part of a range of characters, both ends included.
func between(first, last rune) (s set) {
	for c := first; c <= min(last, 127); c++ {
		s[c/64] |= 1 << (c % 64)
	}
	return s
}

func of(chars string) (s set) {
	for _, c := range chars {
		s = s.or(between(c, c))
	}
	return s
}

func (s set) has(c byte) bool { return c < 128 && s[c/64]&(1<<(c%64)) != 0 }
func (s set) or(t set) set    { return set{s[0] | t[0], s[1] | t[1]} }
func (s set) and(t set) set   { return set{s[0] & t[0], s[1] & t[1]} }
func (s set) not() set        { return set{^s[0], ^s[1]} }
func (s set) notIf(b bool) set {
	if b {
		return s.not()
	}
	return s
}

// anyCase adds the other case of each letter.
func (s set) anyCase() set {
	for c := byte('a'); c <= 'z'; c++ {
		if C := c - 'a' + 'A'; s.has(c) || s.has(C) {
			s = s.or(of(string(c))).or(of(string(C)))
		}
	}
	return s
}

func isLetter(c byte) bool { return letters.has(c) }

func isOneOf(c byte, chars string) bool { return c != 0 && strings.IndexByte(chars, c) >= 0 }
