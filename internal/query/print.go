package query

import "strings"

// String is the expression in the words of the documentation's examples: "and", "or", "not", symbols for the operators of
// comparisons, quotes only where they are needed. It reads the same again. It is "" where nothing could be read.
func (q *Query) String() string {
	var b strings.Builder
	write(&b, q.Root)
	return b.String()
}

func write(b *strings.Builder, n Node) {
	switch n := n.(type) {
	case *Chain:
		for i, part := range n.Parts {
			if i > 0 {
				b.WriteString([]string{And: " and ", Or: " or "}[n.Joins[i-1]])
			}
			write(b, part)
		}
	case *Not:
		b.WriteString("not")
		if _, group := n.Part.(*Group); !group {
			b.WriteString(" ")
		}
		write(b, n.Part)
	case *Group:
		b.WriteString("(")
		write(b, n.Part)
		b.WriteString(")")
	case *Comparison:
		n.write(b)
	}
}

func (c *Comparison) write(b *strings.Builder) {
	for _, f := range fields {
		if f.field == c.Subject.Field {
			b.WriteString(f.name + c.Subject.Attribute)
		}
	}
	b.WriteString(" " + c.Operator.String())
	var values []string
	for _, a := range c.Arguments {
		values = append(values, written(a.Text))
	}
	switch joined := strings.Join(values, ", "); {
	case c.Operator.takesList():
		b.WriteString(" [" + joined + "]")
	case !c.Operator.takesNothing():
		b.WriteString(" " + joined)
	}
}

// written is a value with quotes where it can't stand without.
func written(text string) string {
	lower := strings.ToLower(text)
	if text == "" || lower == "and" || lower == "or" || strings.ContainsAny(text, blankBytes+`()[],;&|!'"`) {
		return inQuotes(text)
	}
	return text
}

func inQuotes(text string) string {
	if strings.Contains(text, "'") {
		return `"` + text + `"`
	}
	return "'" + text + "'"
}
