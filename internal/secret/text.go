package secret

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

// words are those that name a secret in the middle of a text.
const words = `(?:passw(?:or)?d|passphrase|secret|token|api[_-]?key|private[_-]?key|access[_-]?key|credential)`

// Each expression holds the secret in its last group.
var (
	// userinfo is the password of a URL.
	userinfo = regexp.MustCompile(`[a-zA-Z][a-zA-Z0-9+.-]*://[^\s/:@"']*:([^\s/@"']+)@`)

	// assigned is NAME=value; option --name value, as on a command line; header that of HTTP; user curl's -u.
	assigned = regexp.MustCompile(`(?i)[a-z0-9_-]*` + words + `[a-z0-9_-]*["']?\s*[}>%]*["']?\s*[=:]\s*("[^"$\n]*"|'[^'\n]*'|[^\s"'$;&|,{}()\[\]]+)`)
	option   = regexp.MustCompile(`(?i)--?([a-z0-9_-]*` + words + `[a-z0-9_-]*)[ \t]+("[^"$\n]*"|'[^'\n]*'|[^\s"'$;&|<>(){}-][^\s"'$;&|<>(){}]*)`)
	header   = regexp.MustCompile(`(?i)authorization["']?\s*[:=]\s*["']?(?:[a-z]+[ \t]+)?([^\s"',;$]+)`)
	user     = regexp.MustCompile(`(?:^|\s)(?:-u|--user)(?:[ \t]+|=)["']?[^\s:"']+:([^\s"'$]+)`)

	// token is a literal whose very shape says what it is.
	token = regexp.MustCompile(`\b(?:A[KS]IA[A-Z0-9]{16}|gh[pousr]_[A-Za-z0-9]{20,}|xox[abprs]-[A-Za-z0-9-]{10,}|sk_(?:live|test)_[A-Za-z0-9]{10,}|github_pat_[A-Za-z0-9_]{20,}|glpat-[A-Za-z0-9_-]{15,}|SG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}|hooks\.slack\.com/services/[A-Za-z0-9/]+|eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]+)`)
	pem   = regexp.MustCompile(`(?s)-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*-----|$)`)
)

// tokenParts are a cheap look before the shapes: without one of them none matches.
var tokenParts = newParts("AKIA", "ASIA", "gh", "xox", "sk_", "glpat-", "SG.", "hooks.slack", "eyJ", "-----BEGIN")

// shortestToken is how many bytes the shortest of the shapes has, xoxb- and ten more.
const shortestToken = 15

func maskParts(t source.Text) {
	s := t.String()
	if strings.Contains(s, "://") && strings.Contains(s, "@") {
		maskLast(t, s, userinfo)
	}
	if strings.ContainsAny(s, "=:-") {
		for _, near := range hinted(s) {
			t, s := t.Slice(near.Start, near.End), s[near.Start:near.End]
			maskLast(t, s, assigned)
			maskLast(t, s, header)
			maskOptions(t, s)
		}
	}
	if strings.Contains(s, "-u") {
		maskLast(t, s, user)
	}
	if len(s) >= shortestToken && tokenParts.in(s) {
		for _, pattern := range []*regexp.Regexp{token, pem} {
			for _, m := range pattern.FindAllStringIndex(s, -1) {
				mask(t, m[0], m[1])
			}
		}
	}
}

// linesBehind is how many lines behind its name a secret may stand.
const linesBehind = 3

// hinted are the lines that may name a secret, with those behind them. Looking for names in all lines is slow.
func hinted(s string) []syntax.Span {
	var near []syntax.Span
	open := 0 // lines that still belong to the last span
	for start := 0; start < len(s); {
		end := len(s)
		if i := strings.IndexByte(s[start:], '\n'); i >= 0 {
			end = start + i + 1
		}
		switch hint := nameParts.inLower(s[start:end]); {
		case hint && open == 0:
			near = append(near, syntax.Span{Start: start, End: end})
			open = linesBehind
		case hint:
			near[len(near)-1].End, open = end, linesBehind
		case open > 0:
			near[len(near)-1].End = end
			open--
		}
		start = end
	}
	if len(near) > 0 && changesLength(s) {
		return []syntax.Span{{Start: 0, End: len(s)}}
	}
	return near
}

// changesLength reports letters that have another length in lower case.
func changesLength(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf && utf8.RuneLen(unicode.ToLower(r)) != utf8.RuneLen(r) })
}

// maskLast masks the last group of each match.
func maskLast(t source.Text, s string, pattern *regexp.Regexp) {
	for _, m := range pattern.FindAllStringSubmatchIndex(s, -1) {
		if !inARN(s, m[0]) {
			maskQuoted(t, s, m[len(m)-2], m[len(m)-1])
		}
	}
}

func maskOptions(t source.Text, s string) {
	for _, m := range option.FindAllStringSubmatchIndex(s, -1) {
		if !about.MatchString(s[m[2]:m[3]]) {
			maskQuoted(t, s, m[4], m[5])
		}
	}
}

// about are options that say something about a secret, not what it is.
var about = regexp.MustCompile(`(?i)[_-](id|arn|name|file|path|url|uri|type|ttl|stdin|length|expiry)s?$`)

// maskQuoted masks a value, without the quotes around it.
func maskQuoted(t source.Text, s string, from, to int) {
	if q := s[from]; (q == '"' || q == '\'') && to-from >= 2 {
		from, to = from+1, to-1
	}
	if from < to && s[from:to] != "-" && !isReference(s[from:to]) { // YAML begins an item of "secrets:" by a dash
		mask(t, from, to)
	}
}

// inARN reports a place inside of an ARN: arn:aws:secretsmanager:eu-west-1:... holds a colon behind a telling word.
func inARN(s string, at int) bool {
	start := strings.LastIndexAny(s[:at], " \t\n\"'=,") + 1
	return strings.HasPrefix(s[start:], "arn:")
}

// maskKnown masks what is known to be a secret from elsewhere in the file. A short one is masked only where it is the
// whole text: it may be a part of any word.
func maskKnown(t source.Text, known []string) {
	const shortest, long = 4, 10
	s := t.String()
	if len(s) >= shortest && slices.Contains(known, s) {
		mask(t, 0, len(s))
		return
	}
	for _, secret := range known {
		if len(secret) < long {
			return // the longest come first
		}
		for at := 0; ; {
			i := strings.Index(s[at:], secret)
			if i < 0 {
				break
			}
			mask(t, at+i, at+i+len(secret))
			at += i + len(secret)
		}
	}
}
