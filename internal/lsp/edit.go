package lsp

import "github.com/ecslint/ecslint/internal/source"

// apply makes the changes in order, each on the result of the one before.
func (e encoding) apply(text string, changes []contentChange) string {
	for _, c := range changes {
		if c.Range == nil {
			text = c.Text
			continue
		}
		f := source.NewFile("", "", []byte(text))
		start := e.offset(f, c.Range.Start)
		end := max(start, e.offset(f, c.Range.End))
		text = text[:start] + c.Text + text[end:]
	}
	return text
}
