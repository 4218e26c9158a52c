package awscli

import (
	"strings"

	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/shell"
	"github.com/ecslint/ecslint/internal/syntax/yaml"
)

// yamlDocument reads the word behind --cli-input-yaml: YAML, or a file of it.
func (r *reader) yamlDocument(c *call, word *shell.Word) *syntax.Node {
	if !isFile(word) {
		return r.yaml(&word.Value, word)
	}
	switch name := strings.TrimPrefix(word.Text.String(), "file://"); {
	case !word.Known():
		return unknown(word)
	case name == "/dev/stdin" || name == "-":
		return r.yaml(c.command.Stdin, word)
	default:
		if value, ok := c.command.Files[name]; ok {
			return r.yaml(value, word)
		}
	}
	return r.file(c, word)
}

func (r *reader) yaml(value *shell.Value, word *shell.Word) *syntax.Node {
	if value == nil || len(value.Unknown) == 1 && value.Unknown[0].Start == 0 && value.Unknown[0].End == value.Text.Len() {
		return unknown(word)
	}
	documents, problems := yaml.Parse(value.Text, value.Unknown...)
	r.result.Problems = append(r.result.Problems, problems...)
	if len(documents) != 1 {
		return unknown(word)
	}
	return documents[0]
}
