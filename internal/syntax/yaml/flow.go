package yaml

// behindSpace is the first offset from at on that is neither space nor comment.
func (c *converter) behindSpace(at int) int {
	for at < len(c.s) {
		switch b := c.s[at]; {
		case isSpace(b):
			at++
		case b == '#' && (at == 0 || isSpace(c.s[at-1])):
			for at < len(c.s) && !isBreak(c.s[at]) {
				at++
			}
		default:
			return at
		}
	}
	return at
}

// closed is the end of a flow collection whose last part ends at at: what may still stand there are commas, and the
// signs of parts that are empty.
func (c *converter) closed(at int, bracket byte) int {
	for at < len(c.s) {
		at = c.behindSpace(at)
		if at == len(c.s) {
			break
		}
		if c.s[at] == bracket {
			return at + 1
		}
		if c.s[at] != ',' && c.s[at] != ':' && c.s[at] != '?' {
			break
		}
		at++
	}
	return at
}
