// Package secret finds what must not be shown: literals that look like credentials, in any format. It errs on the
// side of hiding; whether one is a finding is a policy's business.
package secret

import (
	"regexp"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

var (
	name = regexp.MustCompile(`(?i)passw|passphrase|\bpwd\b|_pwd|pwd_|secret|token|api[_-]?key|private[_-]?key|access[_-]?key|credential|\bauth\b|auth[_-]?key|_key$|^key$|_pass$|^pass$`)

	// userinfo is the password of a URL; assigned is NAME=value as in a command line; token is a literal whose
	// very shape says what it is.
	userinfo = regexp.MustCompile(`[a-zA-Z][a-zA-Z0-9+.-]*://[^\s/:@"']*:([^\s/@"']+)@`)
	assigned = regexp.MustCompile(`(?i)[a-z0-9_-]*(?:passw(?:or)?d|passphrase|secret|token|api[_-]?key|private[_-]?key|access[_-]?key|credential)[a-z0-9_-]*["']?\s*[=:]\s*("[^"$\n]*"|'[^'\n]*'|[^\s"'$;&|,{}()\[\]]+)`)
	token    = regexp.MustCompile(`\b(?:A[KS]IA[A-Z0-9]{16}|gh[pousr]_[A-Za-z0-9]{20,}|xox[abprs]-[A-Za-z0-9-]{10,}|sk_(?:live|test)_[A-Za-z0-9]{10,}|github_pat_[A-Za-z0-9_]{20,}|glpat-[A-Za-z0-9_-]{15,}|SG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}|hooks\.slack\.com/services/[A-Za-z0-9/]+|eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]+)`)
	pem      = regexp.MustCompile(`(?s)-----BEGIN [A-Z ]*PRIVATE KEY-----.*`)
)

// Mask marks the secrets of a tree in its file.
func Mask(root *syntax.Node) {
	root.Walk(func(n *syntax.Node) bool {
		if n.Kind == syntax.Object {
			maskPair(n)
			for _, m := range n.Members {
				if isName(m.Key.String()) {
					maskValue(m.Value)
				}
			}
		}
		if n.Kind == syntax.String {
			maskParts(n.Text)
		}
		return true
	})
}

// MaskText marks the secrets of a text that isn't a tree, such as a script.
func MaskText(t source.Text) { maskParts(t) }

// maskPair masks the value of {"name": "DB_PASSWORD", "value": "..."}, however the keys are written.
func maskPair(n *syntax.Node) {
	var secretName bool
	for _, m := range n.Members {
		key := strings.ToLower(m.Key.String())
		if (key == "name" || key == "key") && isName(m.Value.String()) {
			secretName = true
		}
	}
	for _, m := range n.Members {
		if secretName && strings.EqualFold(m.Key.String(), "value") {
			maskValue(m.Value)
		}
	}
}

func maskValue(n *syntax.Node) {
	s := n.String()
	scalar := n.Kind == syntax.String || n.Kind == syntax.Number || n.Kind == syntax.Unknown
	if !scalar || s == "" || syntax.HasPlaceholder(s) || strings.HasPrefix(s, "arn:") {
		return
	}
	mask(n.Text, 0, len(s))
}

// isName reports a name that says that it names a secret.
func isName(s string) bool { return hints(s) && name.MatchString(s) }

func hints(s string) bool { return containsAny(strings.ToLower(s), nameParts) }

func maskParts(t source.Text) {
	s := t.String()
	maskURLs(t, s)
	maskAssigned(t, s)
	if !containsAny(s, tokenParts) {
		return
	}
	for _, pattern := range []*regexp.Regexp{token, pem} {
		for _, m := range pattern.FindAllStringIndex(s, -1) {
			mask(t, m[0], m[1])
		}
	}
}

// tokenParts and nameParts are cheap looks before the expressions: without one of them none matches.
var (
	tokenParts = []string{"AKIA", "ASIA", "gh", "xox", "sk_", "glpat-", "SG.", "hooks.slack", "eyJ", "-----BEGIN"}
	nameParts  = []string{"pass", "pwd", "secret", "token", "key", "credential", "auth"}
)

func containsAny(s string, parts []string) bool {
	return slices.ContainsFunc(parts, func(part string) bool { return strings.Contains(s, part) })
}

func maskURLs(t source.Text, s string) {
	if !strings.Contains(s, "://") || !strings.Contains(s, "@") {
		return
	}
	for _, m := range userinfo.FindAllStringSubmatchIndex(s, -1) {
		if !syntax.HasPlaceholder(s[m[2]:m[3]]) {
			mask(t, m[2], m[3])
		}
	}
}

func maskAssigned(t source.Text, s string) {
	if !strings.ContainsAny(s, "=:") || !hints(s) {
		return
	}
	for _, m := range assigned.FindAllStringSubmatchIndex(s, -1) {
		from, to := m[2], m[3]
		if q := s[from]; (q == '"' || q == '\'') && to-from >= 2 {
			from, to = from+1, to-1
		}
		if v := s[from:to]; v != "" && !syntax.HasPlaceholder(v) && !strings.HasPrefix(v, "arn:") && !inARN(s, m[0]) {
			mask(t, from, to)
		}
	}
}

// inARN reports a place inside of an ARN: arn:aws:secretsmanager:eu-west-1:... holds a colon behind a telling word.
func inARN(s string, at int) bool {
	start := strings.LastIndexAny(s[:at], " \t\n\"'=,") + 1
	return strings.HasPrefix(s[start:], "arn:")
}

func mask(t source.Text, from, to int) {
	if t.File() != nil && from < to {
		t.File().Mask(t.Range(from, to))
	}
}
