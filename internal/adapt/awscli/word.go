package awscli

import (
	"regexp"
	"strings"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax/shell"
)

// wrappers are commands that run the command behind them.
var wrappers = map[string]bool{
	"sudo": true, "time": true, "command": true, "exec": true, "nohup": true, "env": true, "timeout": true, "nice": true,
}

// wrapperArgument is an option, an assignment or a duration; wrapperOption takes the word behind it.
var (
	wrapperArgument = regexp.MustCompile(`^(-|[A-Za-z_][A-Za-z0-9_]*=|[0-9.]+[smhd]?$)`)
	wrapperOption   = regexp.MustCompile(`^(-[ugk]|--(user|group|unset|kill-after))$`)
)

// unwrap takes away the wrappers in front of a command.
func unwrap(words []shell.Word) []shell.Word {
	for len(words) > 0 && wrappers[words[0].Text.String()] {
		words = words[1:]
		for len(words) > 0 && wrapperArgument.MatchString(words[0].Text.String()) {
			takesWord := wrapperOption.MatchString(words[0].Text.String())
			words = words[1:]
			if takesWord && len(words) > 0 {
				words = words[1:]
			}
		}
	}
	return words
}

// optionName is the name of an option word, and whether its value is attached by "=".
func optionName(word shell.Word) (name string, inline bool) {
	s := word.Text.String()
	if !strings.HasPrefix(s, "--") || len(s) == 2 {
		return "", false
	}
	for _, span := range word.Unknown {
		if span.Start < 2 || !strings.Contains(s[:span.Start], "=") {
			return "", false // what it is called can't be known
		}
	}
	name, _, inline = strings.Cut(s[2:], "=")
	return name, inline
}

// isElision reports what documents write for options that they leave out: ... or [--cluster NAME].
func isElision(s string) bool {
	return s == "..." || s == "…" || strings.HasPrefix(s, "[-") || strings.HasSuffix(s, "]") && !strings.ContainsAny(s, "[=:")
}

// inlineValue is the value of --name=value, with the place where it stands.
func inlineValue(word shell.Word) *shell.Word {
	behind := strings.IndexByte(word.Text.String(), '=') + 1
	place := source.Range{File: word.Range.File, Start: word.Text.Range(behind-1, behind).End, End: word.Range.End}
	if word.Text.Range(0, 1).Start > word.Range.Start { // "--name=value": the last quote isn't the value's
		place.End = word.Text.Whole().End
	}
	value := word
	value.Value = cut(word.Value, behind)
	if place.Start <= place.End && word.Range.Contains(place) { // else the word came out of a variable
		value.Range = place
	}
	return &value
}

// cut is the value without its first n bytes.
func cut(v shell.Value, n int) shell.Value {
	out := shell.Value{Text: v.Text.Slice(n, v.Text.Len())}
	for _, span := range v.Unknown {
		if span.End > n {
			span.Start, span.End = max(span.Start-n, 0), span.End-n
			out.Unknown = append(out.Unknown, span)
		}
	}
	return out
}
