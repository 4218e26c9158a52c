package snippets

import (
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/adapt/document"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/json"
	"github.com/ecslint/ecslint/internal/syntax/markdown"
	"github.com/ecslint/ecslint/internal/syntax/pasted"
	"github.com/ecslint/ecslint/internal/syntax/yaml"
)

var (
	jsonLanguages  = map[string]bool{"json": true, "jsonc": true, "json5": true, "js": true, "javascript": true}
	shellLanguages = map[string]bool{
		"": true, "none": true, "text": true, "txt": true, "plaintext": true, "bash": true, "sh": true, "shell": true, "zsh": true,
		"console": true, "terminal": true, "shell-session": true, "shellsession": true, "sh-session": true, "bash-session": true,
	}
)

// isJSON goes by the content where a block is of JSON's language or of none.
func isJSON(b markdown.Block) bool {
	language := b.Language()
	if jsonLanguages[language] {
		return true
	}
	first := strings.TrimLeft(b.Text.String(), " \t\r\n")
	return shellLanguages[language] && (strings.HasPrefix(first, "{") || strings.HasPrefix(first, "["))
}

// jsonBlock reads all JSON values of a block. One that is never closed is the rest of the block.
func (r *reader) jsonBlock(b markdown.Block) {
	found := false
	for _, p := range pasted.Pieces(b.Text, false) {
		if p.Kind != pasted.JSON {
			continue
		}
		found = true
		if !fileName.MatchString(p.Caption) {
			p.Caption = b.Info + " " + b.Caption
		}
		r.shownJSON(p.Text, p.Caption)
	}
	s := b.Text.String()
	if start := strings.IndexAny(s, "{["); !found && start >= 0 && strings.TrimSpace(s[:start]) == "" {
		r.shownJSON(b.Text.Slice(start, len(s)), b.Info+" "+b.Caption)
	}
}

// shownJSON reads JSON that a text shows. Its comments speak to people.
func (r *reader) shownJSON(t source.Text, caption string) {
	code := withoutComments(t)
	omitted := ellipses(code.String(), ellipsis)
	tree, found := r.json(code, omitted...)
	r.shown.add(caption, tree)
	r.addShown(found, len(omitted) > 0)
}

// yamlBlock reads the documents of a block of YAML.
func (r *reader) yamlBlock(b markdown.Block) {
	s := b.Text.String()
	if !mayHold(s) {
		return
	}
	omitted := ellipses(s, ellipsis)
	trees, problems := yaml.Parse(b.Text, omitted...)
	var found adapt.Result
	for _, tree := range trees {
		objects, _ := document.Objects(r.file, r.format, tree)
		found.Objects = append(found.Objects, objects...)
	}
	if len(found.Objects) > 0 {
		found.Problems = problems
	}
	r.addShown(found, len(omitted) > 0)
}

// addShown takes what a text shows. Where it leaves something out, what is no syntax is no mistake.
func (r *reader) addShown(found adapt.Result, omits bool) {
	for _, o := range found.Objects {
		excerpt(o)
	}
	found.Problems = slices.DeleteFunc(found.Problems, func(p syntax.Problem) bool {
		return omits && p.Rule == json.SyntaxError
	})
	r.add(found)
}
