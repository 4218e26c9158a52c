package yaml

import "strings"

// behindProperties is where the content of a node begins that begins at at: behind its tag and its anchor.
func (c *converter) behindProperties(at int) int {
	for c.isProperty(at) {
		at = c.behindSpace(c.propertyEnd(at))
	}
	return at
}

// propertiesEnd is the end of the tag and the anchor of an empty value, which may have neither.
func (c *converter) propertiesEnd(at int) int {
	end := at
	for next := at; c.isProperty(next); {
		end = c.propertyEnd(next)
		for next = end; next < len(c.s) && isBlank(c.s[next]); {
			next++
		}
	}
	return end
}

func (c *converter) isProperty(at int) bool {
	return at < len(c.s) && (c.s[at] == '&' || c.s[at] == '!')
}

// propertyEnd is the end of a tag, an anchor or an alias. In a tag there may be commas, as the library reads it.
func (c *converter) propertyEnd(at int) int {
	if strings.HasPrefix(c.s[at:], "!<") {
		if i := strings.IndexByte(c.s[at:], '>'); i >= 0 {
			return at + i + 1
		}
	}
	isTag := c.s[at] == '!'
	for at++; at < len(c.s) && (isNameByte(c.s[at]) || isTag && strings.IndexByte(";/?:@&=+$,.!~*'()[]%", c.s[at]) >= 0); {
		at++
	}
	return at
}

func isNameByte(b byte) bool {
	return b == '_' || b == '-' || b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z'
}
