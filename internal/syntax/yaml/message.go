package yaml

import "strings"

// explanations are what the library's messages mean to who wrote the text.
var explanations = []struct{ part, meaning string }{
	{"mapping values are not allowed", `a colon can't begin a value here: quote the text, or check the indentation`},
	{"could not find expected ':'", `a line that is neither a key with a value nor a list item`},
	{"did not find expected key", `the indentation or the quotes don't fit what stands before`},
	{"did not find expected '-' indicator", `the indentation doesn't fit the list before`},
	{"block sequence entries are not allowed", `a list item can't begin here`},
	{"did not find expected ',' or", `a comma or a closing bracket is missing`},
	{"did not find expected node content", `a value is missing`},
	{"cannot start any token", `no value can begin with this character: quote it`},
	{"unexpected end of stream", `a string is never closed`},
	{"unexpected document indicator", `a string is never closed`},
	{"escape c", `not an escape of YAML`},
}

// explain is an error of the library in plain words.
func explain(err error) string {
	text := lineNumber.ReplaceAllString(err.Error(), "")
	for _, e := range explanations {
		if strings.Contains(text, e.part) {
			return "not valid YAML: " + e.meaning
		}
	}
	if strings.ContainsAny(text, "`'\"") { // it quotes the text
		return "not valid YAML"
	}
	return "not valid YAML: " + strings.TrimPrefix(text, "yaml: ")
}
