// Package secret finds what must not be shown: literals that look like credentials, in any format. It errs on the
// side of hiding; whether one is a finding is a policy's business.
package secret

import (
	"regexp"
	"strings"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

// name tells by its name that a value is a secret: DB_PASSWORD, dbPass, MYSQL_PWD, LICENSE_KEY_2.
var name = regexp.MustCompile(`(?i)passw|passphrase|pwd|secret|token|(api|private|access)[_-]?key|credential|\bauth\b|auth[_-]?(key|data)` +
	`|(pass|_key|^key)([_-]?\d+|[_-](dev|test|staging|stg|prod|production))?$`)

// nameParts are a cheap look before name: without one of them it doesn't match.
var nameParts = newParts(inAnyCase(aName, "pass", "pwd", "secret", "token", "key", "credential", "auth"))

func isName(s string) bool {
	_, _, may := nameParts.next(s, 0)
	return may && name.MatchString(s)
}

// Mask marks the secrets of a tree in its file. What is marked in the file already is marked wherever it stands
// again: a script's variable, filled in.
func Mask(root *syntax.Node) {
	known := knownIn(root)
	root.Walk(func(n *syntax.Node) bool {
		switch n.Kind {
		case syntax.Object:
			maskMembers(n)
			maskPair(n)
			for _, m := range n.Members {
				maskParts(m.Key.Text)
			}
		case syntax.Array:
			maskArguments(n)
		case syntax.String, syntax.Unknown:
			maskParts(n.Text)
			maskKnown(n.Text, known)
		}
		return true
	})
}

// MaskText marks the secrets of a text that isn't a tree, such as a script.
func MaskText(t source.Text) { maskParts(t) }

// maskMembers masks the values of keys that name a secret.
func maskMembers(n *syntax.Node) {
	for _, m := range n.Members {
		key := m.Key.String()
		switch {
		case !isScalar(m.Value):
		case strings.EqualFold(key, "key"):
			// of a tag: the name of something, not the key to it
		case isName(key):
			maskValue(m.Value)
		case strings.EqualFold(key, "valueFrom") && !reference.MatchString(m.Value.String()):
			maskValue(m.Value)
		}
	}
}

// reference is what a secret's valueFrom may hold: an ARN, or the name of a parameter.
// https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html
var reference = regexp.MustCompile(`^(arn:.*|[A-Za-z0-9_./-]*)$`)

// maskPair masks the value of {"name": "DB_PASSWORD", "value": "..."}, however the keys are written.
func maskPair(n *syntax.Node) {
	var secretName bool
	for _, m := range n.Members {
		key := m.Key.String()
		if (strings.EqualFold(key, "name") || strings.EqualFold(key, "key")) && isName(m.Value.String()) {
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
	if s := n.String(); isScalar(n) && s != "" && !isReference(s) {
		mask(n.Text, 0, len(s))
	}
}

// isScalar reports what may be a secret as a whole.
func isScalar(n *syntax.Node) bool {
	return n.Kind == syntax.String || n.Kind == syntax.Number || n.Kind == syntax.Unknown
}

// isReference reports a text that names a secret instead of holding one.
func isReference(s string) bool {
	return strings.HasPrefix(s, "arn:") || onlyPlaceholders.MatchString(s) || !strings.ContainsAny(s, "$<{%@") && syntax.HasPlaceholder(s)
}

// onlyPlaceholders is a text that is filled in as a whole; hunter$two is a password.
var onlyPlaceholders = regexp.MustCompile(`^(\$\{[^{}]*\}|\$\([^()]*\)|\$\{\{.*?\}\}|\{\{.*?\}\}|\{%.*?%\}|<[A-Za-z_][^<>]*>|%[A-Z_]+%|@[A-Z_]+@|__\w+__|\$\w+)+$`)

func mask(t source.Text, from, to int) {
	if t.File() != nil && from < to {
		t.File().MaskAs(t.Range(from, to), t.String()[from:to])
	}
}
