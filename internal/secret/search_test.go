package secret

import (
	"math/rand"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/source"
)

// TestFindsWhatTheExpressionsFind compares with the expressions looked for in all of a text, at any place.
func TestFindsWhatTheExpressionsFind(t *testing.T) {
	anywhere := func(r *regexp.Regexp, begin string) *regexp.Regexp {
		return regexp.MustCompile(strings.Replace(r.String(), "^", begin, 1))
	}
	quoted := []*regexp.Regexp{
		anywhere(userinfo, ""), anywhere(assigned, ""), anywhere(header, ""),
		regexp.MustCompile(strings.Replace(user.String(), `^\s?`, `(?:^|\s)`, 1)),
	}
	options, shapes := anywhere(option, ""), []*regexp.Regexp{anywhere(token, `\b`), anywhere(pem, "")}
	everywhere := func(text source.Text) {
		s := text.String()
		p := search{text: text, s: s}
		for _, r := range quoted {
			for _, m := range r.FindAllStringSubmatchIndex(s, -1) {
				p.quoted(m)
			}
		}
		for _, m := range options.FindAllStringSubmatchIndex(s, -1) {
			if !about.MatchString(s[m[2]:m[3]]) {
				p.quoted(m)
			}
		}
		for _, r := range shapes {
			for _, m := range r.FindAllStringIndex(s, -1) {
				p.whole(m)
			}
		}
	}

	pieces := []string{
		"password", "PASSWD", "passphrase", "Secret", "token", "api_key", "apikey", "private-key", "accessKey", "credential", "Authorization",
		"=", ":", "==", "\"", "'", " ", " ", "\n", "\t", "}", "%", "-", "--", "_", "-u", "--user", "://", "@", "/", "arn:", "$", "${X}", "<x>", "a", "Z9", "é",
		"AKIAABCDEFGHIJKLMNOP", "ghp_abcdefghij0123456789", "SG.", "eyJabcdefghijk.abcdefghijk.x", "xoxb-0123456789", "hooks.slack.com/services/T",
		"-----BEGIN RSA PRIVATE KEY-----", "-----END RSA PRIVATE KEY-----", "--token ", "https://u:p@h", "-file", "Bearer ", "\r", ",",
	}
	random := rand.New(rand.NewSource(1))
	hidden := 0
	for range 50_000 {
		var b strings.Builder
		for range 1 + random.Intn(12) {
			b.WriteString(pieces[random.Intn(len(pieces))])
		}
		text := b.String()
		if strings.Count(text, "\n") > linesBehind {
			continue
		}
		got, want := source.NewFile("x", "", []byte(text)), source.NewFile("x", "", []byte(text))
		maskParts(got.Text())
		everywhere(want.Text())
		if !slices.Equal(got.Secrets(), want.Secrets()) || masked(got) != masked(want) {
			t.Fatalf("%q: %q, and looked for everywhere %q", text, got.Secrets(), want.Secrets())
		}
		hidden += len(want.Secrets())
	}
	if hidden < 25_000 {
		t.Errorf("only %d secrets were compared", hidden)
	}
}

func masked(f *source.File) string { return f.Text().Masked() }
