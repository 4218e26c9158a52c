package yaml

import "strings"

// block reads a literal or a folded scalar. Value, which is what it holds, tells its indentation.
func (d *decoder) block(value string, folded bool) {
	lines := d.blockLines(value)
	last := -1 // the last line with content
	for i, l := range lines {
		if l.content >= l.end {
			continue
		}
		switch {
		case last < 0:
			d.breaks(lines[:i])
		case !folded || d.isMore(lines[last]) || d.isMore(l):
			d.breaks(lines[last:i])
		case i == last+1:
			d.put(" ", lines[last].end, l.content)
		default:
			d.breaks(lines[last+1 : i])
		}
		d.raw(l.content, l.end)
		d.at, last = l.end, i
	}
	d.breaks(lines[max(last, 0):])
}

// isMore reports a line with more indentation: line breaks around it aren't folded.
func (d *decoder) isMore(l blockLine) bool { return isBlank(d.s[l.content]) }

// breaks appends the line breaks at the ends of lines.
func (d *decoder) breaks(lines []blockLine) {
	for _, l := range lines {
		if l.end < l.next {
			d.put("\n", l.end, l.next)
		}
	}
}

// blockLine is one line of a block scalar: where its content begins behind the indentation, where it ends, and where
// the next line begins.
type blockLine struct{ content, end, next int }

// blockLines are the lines behind the header of a block scalar, up to the first with less indentation.
func (d *decoder) blockLines(value string) []blockLine {
	indent := -1
	hasContent := strings.Trim(value, "\n ") != ""
	var lines []blockLine
	at := d.nextLine(d.at)
	d.at = trimmedEnd(d.s, d.at, at)
	for at < len(d.s) {
		next := d.nextLine(at)
		end := trimmedEnd(d.s, at, next)
		spaces := len(d.s[at:end]) - len(strings.TrimLeft(d.s[at:end], " "))
		empty := at+spaces == end
		if !empty && !hasContent {
			break
		}
		if indent < 0 && !empty {
			indent = spaces - leadingSpaces(value)
		}
		if !empty && spaces < indent {
			break
		}
		content := min(at+max(indent, 0), end)
		if empty && indent < 0 {
			content = end
		}
		lines = append(lines, blockLine{content, end, next})
		at = next
	}
	return lines
}

// leadingSpaces is how many spaces the first line with content begins with.
func leadingSpaces(value string) int {
	for line := range strings.Lines(value) {
		line = strings.TrimRight(line, "\n")
		if rest := strings.TrimLeft(line, " "); rest != "" {
			return len(line) - len(rest)
		}
	}
	return 0
}

func (d *decoder) nextLine(at int) int {
	for at < len(d.s) && !isBreak(d.s[at]) {
		at++
	}
	if strings.HasPrefix(d.s[at:], "\r\n") {
		return at + 2
	}
	return min(at+1, len(d.s))
}

// trimmedEnd is the end of a line without its line break.
func trimmedEnd(s string, start, next int) int {
	for next > start && isBreak(s[next-1]) {
		next--
	}
	return next
}
