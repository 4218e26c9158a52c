package pattern

import "slices"

// A node is a part of an expression. It is matched by sets of positions: from all places where it may begin to all where it
// may end. That takes polynomial time, and finds what trying one way after the other finds.
type node any

type (
	sequence    []node
	alternative []node
	repeat      struct {
		node     node
		min, max int
	}
	// possessive takes as many characters as it can and gives none back.
	possessive struct {
		set      set
		min, max int
	}
	look struct {
		node             node
		behind, negative bool
	}
	place uint8
)

const (
	atStart place = iota
	atEnd
	atBoundary
	notAtBoundary
)

const unbounded = -1

// maxSteps is how often a node may be matched for one text.
const maxSteps = 10_000

type matcher struct {
	text  string
	steps int // left; negative when there were too few
}

// positions tells of each offset of the text, its end included, whether it is in the set.
type positions []bool

func (p positions) any() bool { return slices.Contains(p, true) }

func (m *matcher) none() positions { return make(positions, len(m.text)+1) }

func (m *matcher) only(at int) positions {
	p := m.none()
	p[at] = true
	return p
}

func (m *matcher) everywhere() positions {
	p := m.none()
	for at := range p {
		p[at] = true
	}
	return p
}

// where are the starts at which is holds.
func (m *matcher) where(starts positions, is func(at int) bool) positions {
	p := m.none()
	for at := range p {
		p[at] = starts[at] && is(at)
	}
	return p
}

// ends is where n may end if it begins at one of the starts.
func (m *matcher) ends(n node, starts positions) positions {
	m.steps--
	if m.steps < 0 || !starts.any() {
		return m.none()
	}
	switch n := n.(type) {
	case set:
		return m.one(n, starts)
	case sequence:
		for _, part := range n {
			starts = m.ends(part, starts)
		}
		return starts
	case alternative:
		all := m.none()
		for _, part := range n {
			add(all, m.ends(part, starts))
		}
		return all
	case repeat:
		return m.repeat(n, starts)
	case possessive:
		return m.possessive(n, starts)
	case look:
		return m.look(n, starts)
	case place:
		return m.where(starts, func(at int) bool { return m.isAt(n, at) })
	}
	return m.none()
}

func (m *matcher) one(s set, starts positions) positions {
	p := m.none()
	for at := range len(m.text) {
		p[at+1] = starts[at] && s.has(m.text[at])
	}
	return p
}

func (m *matcher) repeat(r repeat, starts positions) positions {
	if s, ok := r.node.(set); ok && r.min == 0 && r.max == unbounded {
		return m.run(s, starts)
	}
	for range r.min {
		next := m.ends(r.node, starts)
		if slices.Equal(next, starts) {
			break // and so it will stay
		}
		starts = next
	}
	all, fresh := slices.Clone(starts), starts
	for times := r.min; times != r.max && fresh.any(); times++ {
		next := m.ends(r.node, fresh)
		fresh = m.where(next, func(at int) bool { return !all[at] })
		add(all, fresh)
	}
	return all
}

// run is any number of characters of a set, in one step.
func (m *matcher) run(s set, starts positions) positions {
	p := slices.Clone(starts)
	for at := range len(m.text) {
		p[at+1] = p[at+1] || p[at] && s.has(m.text[at])
	}
	return p
}

func (m *matcher) possessive(n possessive, starts positions) positions {
	p := m.none()
	for start, in := range starts {
		if !in {
			continue
		}
		end := start
		for end < len(m.text) && end-start != n.max && n.set.has(m.text[end]) {
			end++
		}
		if end-start >= n.min {
			p[end] = true
		}
	}
	return p
}

func (m *matcher) look(n look, starts positions) positions {
	var seen positions
	if n.behind {
		seen = m.ends(n.node, m.everywhere())
	} else {
		seen = m.where(starts, func(at int) bool { return m.ends(n.node, m.only(at)).any() })
	}
	return m.where(starts, func(at int) bool { return seen[at] != n.negative })
}

func (m *matcher) isAt(p place, at int) bool {
	boundary := m.isWord(at-1) != m.isWord(at)
	switch p {
	case atStart:
		return at == 0
	case atEnd:
		return at == len(m.text)
	case atBoundary:
		return boundary
	}
	return !boundary
}

func (m *matcher) isWord(at int) bool {
	return at >= 0 && at < len(m.text) && word.has(m.text[at])
}

func add(to, from positions) {
	for at, in := range from {
		to[at] = to[at] || in
	}
}

// bounded reports that there is a most characters that n can take.
func bounded(n node) bool {
	switch n := n.(type) {
	case sequence:
		return !slices.ContainsFunc(n, unboundedNode)
	case alternative:
		return !slices.ContainsFunc(n, unboundedNode)
	case repeat:
		return n.max != unbounded && n.max <= maxText && bounded(n.node)
	case possessive:
		return n.max != unbounded && n.max <= maxText
	}
	return true
}

func unboundedNode(n node) bool { return !bounded(n) }
