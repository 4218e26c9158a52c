package syntax

import (
	"regexp"
	"strings"
)

// Span is a part of a text, in byte offsets of the text.
type Span struct{ Start, End int }

// HasPlaceholder reports a text that a pipeline fills in before AWS sees it, wholly or in part.
func HasPlaceholder(s string) bool { return mayHold(s) && placeholder.MatchString(s) }

// mayHold is a cheap look before the expression: nearly no text of a file holds any of its parts.
func mayHold(s string) bool {
	for i := range len(s) {
		for _, part := range placeholderParts[s[i]] {
			if strings.HasPrefix(s[i:], part) {
				return true
			}
		}
	}
	return false
}

// placeholderParts are by their first byte: every placeholder holds one.
var placeholderParts = func() (by [256][]string) {
	for _, part := range []string{
		"$", "<", "{", "%", "@", "__", "REPLACE", "CHANGE", "YOUR", "your-", "PLACEHOLDER", "placeholder", "XXXX", "xxxxxx",
		"ACCOUNT", "account-id", "account_id", ".Arn",
	} {
		by[part[0]] = append(by[part[0]], part)
	}
	return by
}()

// The styles are those of envsubst and Terraform (${X}, $X, %{if x}), text/template, jinja and ecspresso ({{ x }}),
// CodePipeline (<X>), batch files (%X%), sed scripts (__X__, @X@), shell substitution ($(x)), and the words
// that people write for "put yours here".
var placeholder = regexp.MustCompile(`\$\{|\$\(|\$[A-Za-z_]|\{\{|\{%|%\{~?\s*(if|for|else|endif|endfor)\b` +
	`|<[A-Za-z_][A-Za-z0-9_ .:/-]*>` +
	`|%[A-Z_][A-Z0-9_]{2,}%` +
	`|__[A-Za-z0-9]+(_[A-Za-z0-9]+)*__` +
	`|@[A-Z][A-Z0-9_]{2,}@` +
	`|\b(REPLACE|CHANGE)_?ME|\bYOUR[_-]|\byour-|\bPLACEHOLDER|\bplaceholder\b|XXXX|xxxxxx` +
	`|\b(AWS_)?ACCOUNT_?(ID|NUMBER)\b|\baccount-id\b|\baws_account_id\b` +
	`|^[A-Za-z]+\.Arn$`)

// InterpolationEnd is the end of a {{ }} or ${ } that begins at a place of a text and ends in the same line; 0 when
// none does. Quotes inside of it don't end the string around it.
func InterpolationEnd(s string, at int) int {
	rest := s[at:]
	if !strings.HasPrefix(rest, "{{") && !strings.HasPrefix(rest, "${") {
		return 0
	}
	rest, _, _ = strings.Cut(rest, "\n")
	if strings.HasPrefix(rest, "{{") {
		if i := strings.Index(rest, "}}"); i >= 0 {
			return at + i + len("}}")
		}
		return 0
	}
	level := 0
	for i := 1; i < len(rest); i++ {
		switch rest[i] {
		case '{':
			level++
		case '}':
			level--
			if level == 0 {
				return at + i + 1
			}
		}
	}
	return 0
}
