package pattern

// class reads from behind "[" to its "]".
func (p *parser) class(start int) set {
	defer p.enter(start)()
	negated := p.take("^")
	c := &classReader{parser: p}
	for p.problem == nil {
		at := p.at
		switch {
		case at >= len(p.text):
			p.refuse(start, start+1, `"[" is never closed`)
		case p.peek() == ']' && !c.empty():
			p.at++
			if negated && c.composed {
				p.unsupported(start, p.at, "a negated class with classes in it means different things to different versions of Java")
			}
			return c.whole().notIf(negated)
		case p.take("["):
			c.composed = true
			c.add(p.class(at))
		case p.take("&&"):
			c.composed = true
			if c.empty() || isOneOf(p.peek(), "&]") {
				p.unsupported(at, p.at, `"&&" without a class at both sides isn't evaluated`)
			}
			c.parts = append(c.parts, nil)
		default:
			c.add(p.classItem())
		}
	}
	return set{}
}

// classReader holds the sets of a class: of each of the parts between "&&", what is in it.
type classReader struct {
	parser   *parser
	parts    [][]set
	composed bool
}

func (c *classReader) add(s set) {
	if len(c.parts) == 0 {
		c.parts = append(c.parts, nil)
	}
	last := len(c.parts) - 1
	c.parts[last] = append(c.parts[last], s)
}

func (c *classReader) empty() bool { return len(c.parts) == 0 || len(c.parts[len(c.parts)-1]) == 0 }

func (c *classReader) whole() set {
	whole := anything
	for _, part := range c.parts {
		var union set
		for _, s := range part {
			union = union.or(s)
		}
		whole = whole.and(union)
	}
	return whole
}

// classItem reads one character, range or shorthand.
func (p *parser) classItem() set {
	start := p.at
	if p.take(`\Q`) {
		p.unsupported(start, p.at, `"\Q" in a class isn't evaluated`)
	}
	if p.peek() == '\\' {
		if s, ok := p.shorthand(); ok {
			return s
		}
	}
	first := p.classChar()
	if p.peek() != '-' || isOneOf(p.peekAt(p.at+1), "[]") || p.at+1 >= len(p.text) {
		return p.char(first, start)
	}
	p.at++
	if at := p.at; p.peek() == '\\' {
		if _, ok := p.shorthand(); ok {
			p.refuse(start, p.at, p.quoted(start, p.at)+" is no range: "+p.quoted(at, p.at)+" is a class")
		}
	}
	last := p.classChar()
	if last < first {
		p.refuse(start, p.at, p.quoted(start, p.at)+" is no range: its end comes before its start")
	}
	if last > 127 && p.anyCase {
		p.unsupported(start, p.at, "letters beyond ASCII in any case aren't evaluated")
	}
	return p.cased(between(first, last))
}

func (p *parser) classChar() rune {
	if p.problem != nil || p.at >= len(p.text) {
		return 0
	}
	if p.peek() == '\\' {
		return p.escapedChar()
	}
	return p.rune()
}
