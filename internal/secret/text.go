package secret

import (
	"regexp"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/source"
)

// words are those that name a secret in the middle of a text.
const words = `(?:passw(?:or)?d|passphrase|secret|token|api[_-]?key|private[_-]?key|access[_-]?key|credential)`

// What parts hint at.
const (
	aName   hint = iota // of a secret: what it is set to may follow
	aHeader             // of HTTP
	aURL                // it may hold a password
	aUser               // curl's -u
	aToken              // a literal whose very shape says what it is
	aKey                // a private one
)

// hints are the parts without one of which nothing is a secret. Looking for the expressions in all of a text is slow.
var hints = newParts(
	inAnyCase(aName, "passw", "passphrase", "secret", "token", "credential", "apikey", "api_key", "api-key",
		"privatekey", "private_key", "private-key", "accesskey", "access_key", "access-key"),
	inAnyCase(aHeader, "authorization"),
	asWritten(aURL, "://"),
	asWritten(aUser, "-u ", "-u\t", "-u=", "--user"),
	asWritten(aToken, "AKIA", "ASIA", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "xoxa-", "xoxb-", "xoxp-", "xoxr-", "xoxs-", "sk_live_",
		"sk_test_", "github_pat_", "glpat-", "SG.", "hooks.slack.com/services/", "eyJ"),
	asWritten(aKey, "-----BEGIN "),
)

// Each expression holds the secret in its last group, and begins where its hint does, or where the word around that does.
var (
	// userinfo is the password of a URL.
	userinfo = regexp.MustCompile(`^[a-zA-Z][a-zA-Z0-9+.-]*://[^\s/:@"']*:([^\s/@"']+)@`)

	// assigned is NAME=value; option --name value, as on a command line; header that of HTTP; user curl's -u.
	assigned = regexp.MustCompile(`(?i)^[a-z0-9_-]*` + words + `[a-z0-9_-]*["']?\s*[}>%]*["']?\s*[=:]\s*("[^"$\n]*"|'[^'\n]*'|[^\s"'$;&|,{}()\[\]]+)`)
	option   = regexp.MustCompile(`(?i)^--?([a-z0-9_-]*` + words + `[a-z0-9_-]*)[ \t]+("[^"$\n]*"|'[^'\n]*'|[^\s"'$;&|<>(){}-][^\s"'$;&|<>(){}]*)`)
	header   = regexp.MustCompile(`(?i)^authorization["']?\s*[:=]\s*["']?(?:[a-z]+[ \t]+)?([^\s"',;$]+)`)
	user     = regexp.MustCompile(`^\s?(?:-u|--user)(?:[ \t]+|=)["']?[^\s:"']+:([^\s"'$]+)`)

	token = regexp.MustCompile(`^(?:A[KS]IA[A-Z0-9]{16}|gh[pousr]_[A-Za-z0-9]{20,}|xox[abprs]-[A-Za-z0-9-]{10,}|sk_(?:live|test)_[A-Za-z0-9]{10,}|github_pat_[A-Za-z0-9_]{20,}|glpat-[A-Za-z0-9_-]{15,}|SG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}|hooks\.slack\.com/services/[A-Za-z0-9/]+|eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]+)`)
	pem   = regexp.MustCompile(`(?s)^-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*-----|$)`)
)

func maskParts(t source.Text) {
	s := t.String()
	at, hint, ok := hints.next(s, 0)
	if !ok {
		return
	}
	p := search{text: t, s: s}
	for ; ok; at, hint, ok = hints.next(s, at+1) {
		switch hint {
		case aName:
			p.name(at)
		case aHeader:
			p.quoted(p.find(header, at, at, linesBehind))
		case aURL:
			p.quoted(p.find(userinfo, p.run(at, userinfo, isOfScheme, isLetter), at, 0))
		case aUser:
			p.user(at)
		case aToken:
			if at == 0 || !isOfWord(s[at-1]) {
				p.whole(p.find(token, at, at, 0))
			}
		case aKey:
			p.whole(p.find(pem, at, at, len(s)))
		}
	}
}

// search looks for expressions where they may begin.
type search struct {
	text source.Text
	s    string
	ends map[*regexp.Regexp]int // where the last match of each ended: the next begins behind it
}

// name looks for what the secret that is named at a place is set to.
func (p *search) name(at int) {
	if !p.goesOn(at) {
		return
	}
	p.quoted(p.find(assigned, p.run(at, assigned, isOfName, isOfName), at, linesBehind))
	m := p.find(option, p.run(at, option, isOfName, isDash), at, 0)
	if m != nil && !about.MatchString(p.s[m[2]:m[3]]) {
		p.quoted(m)
	}
}

// user looks for what curl's -u is followed by.
func (p *search) user(at int) {
	switch {
	case at == 0:
		p.quoted(p.find(user, at, at, 0))
	case isSpace(p.s[at-1]):
		p.quoted(p.find(user, at-1, at, 0))
	}
}

// goesOn reports that something stands behind the word that begins at a place, or that it begins in.
func (p *search) goesOn(at int) bool {
	for at < len(p.s) && isOfName(p.s[at]) {
		at++
	}
	return at < len(p.s)
}

// linesBehind is how many lines behind its name a secret may stand.
const linesBehind = 3

// run is the first place that may begin a match, of the run of bytes around a hint.
func (p *search) run(at int, pattern *regexp.Regexp, isOf, begins func(c byte) bool) int {
	start := at
	for start > p.ends[pattern] && isOf(p.s[start-1]) {
		start--
	}
	for start < at && !begins(p.s[start]) {
		start++
	}
	return start
}

// find matches an expression at a place, as far as so many lines behind the hint.
func (p *search) find(pattern *regexp.Regexp, start, hint, lines int) []int {
	if hint < p.ends[pattern] {
		return nil
	}
	end := hint
	for ; lines >= 0 && end < len(p.s); lines-- {
		if i := strings.IndexByte(p.s[end:], '\n'); i >= 0 {
			end += i + 1
		} else {
			end = len(p.s)
		}
	}
	m := pattern.FindStringSubmatchIndex(p.s[start:end])
	if m == nil {
		return nil
	}
	for i := range m {
		m[i] += start
	}
	if p.ends == nil {
		p.ends = map[*regexp.Regexp]int{}
	}
	p.ends[pattern] = m[1]
	return m
}

func (p *search) whole(m []int) {
	if m != nil {
		mask(p.text, m[0], m[1])
	}
}

// quoted masks the last group of a match, without the quotes around it.
func (p *search) quoted(m []int) {
	if m == nil || inARN(p.s, m[0]) {
		return
	}
	from, to := m[len(m)-2], m[len(m)-1]
	if q := p.s[from]; (q == '"' || q == '\'') && to-from >= 2 {
		from, to = from+1, to-1
	}
	if from < to && p.s[from:to] != "-" && !isReference(p.s[from:to]) { // YAML begins an item of "secrets:" by a dash
		mask(p.text, from, to)
	}
}

func isOfName(c byte) bool { return isOfWord(c) || c == '-' }

func isOfWord(c byte) bool { return isLetter(c) || c >= '0' && c <= '9' || c == '_' }

func isLetter(c byte) bool { c |= 0x20; return c >= 'a' && c <= 'z' }

func isSpace(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' && c != '\v' }

func isDash(c byte) bool { return c == '-' }

func isOfScheme(c byte) bool {
	return isLetter(c) || c >= '0' && c <= '9' || c == '+' || c == '.' || c == '-'
}

// about are options that say something about a secret, not what it is.
var about = regexp.MustCompile(`(?i)[_-](id|arn|name|file|path|url|uri|type|ttl|stdin|length|expiry)s?$`)

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
