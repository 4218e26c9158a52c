// Package value holds what is known of a value: absent, known or unknown. No accessor gives a zero for an unknown.
package value

// Tri is a truth value of three-valued logic. It is a type of its own so that ! can't turn an unknown into a truth.
type Tri uint8

const (
	Unknown Tri = iota
	False
	True
)

// TriOf is True or False.
func TriOf(b bool) Tri {
	if b {
		return True
	}
	return False
}

// IsTrue reports certain truth.
func (t Tri) IsTrue() bool { return t == True }

// IsFalse reports certain falsehood.
func (t Tri) IsFalse() bool { return t == False }

// IsUnknown reports that neither is certain.
func (t Tri) IsUnknown() bool { return t == Unknown }

// Not is the negation; of an unknown, unknown.
func (t Tri) Not() Tri {
	switch t {
	case True:
		return False
	case False:
		return True
	}
	return Unknown
}

// And is False if either is, else Unknown if either is.
func (t Tri) And(o Tri) Tri {
	switch {
	case t == False || o == False:
		return False
	case t == Unknown || o == Unknown:
		return Unknown
	}
	return True
}

// Or is True if either is, else Unknown if either is.
func (t Tri) Or(o Tri) Tri { return t.Not().And(o.Not()).Not() }
