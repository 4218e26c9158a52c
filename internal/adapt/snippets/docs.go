package snippets

import (
	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/adapt/awscli"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax/markdown"
	"github.com/ecslint/ecslint/internal/syntax/powershell"
)

// ReadMarkdown reads the code blocks of a Markdown file. One without any is read as pasted text.
func ReadMarkdown(t source.Text, load awscli.Load) adapt.Result {
	r := newReader(t, Markdown, load)
	r.result.Closed = true
	if !mayHold(t.String()) {
		return r.finish("Markdown")
	}
	blocks := markdown.Blocks(t)
	if len(blocks) == 0 {
		r.pasted(t)
	}
	for _, b := range blocks { // first what a command in any block may name
		if isJSON(b) {
			r.jsonBlock(b)
		}
	}
	for _, b := range blocks {
		switch {
		case isJSON(b):
		case shellLanguages[b.Language()]:
			r.shellBlock(b)
		case b.Language() == "yaml" || b.Language() == "yml":
			r.yamlBlock(b)
		case b.Language() == "powershell" || b.Language() == "ps1" || b.Language() == "pwsh":
			r.powerShell(powershell.Parse(b.Text))
		}
	}
	return r.finish("Markdown")
}

// ReadPasted reads a text that shows code without any marks around it.
func ReadPasted(t source.Text, load awscli.Load) adapt.Result {
	r := newReader(t, Pasted, load)
	r.result.Closed = true
	if mayHold(t.String()) {
		r.pasted(t)
	}
	return r.finish("text")
}
