package diag

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/internal/source"
)

// Mask replaces the secrets of the file in all texts of the finding.
func (d *Diagnostic) Mask() {
	secrets := d.secrets()
	if len(secrets) == 0 {
		return
	}
	d.Reword(func(s string) string { return hideQuoted(s, secrets) })
	d.Object, d.At = hideLabel(d.Object, secrets), hidePlace(d.At, secrets)
}

// hideQuoted masks secrets between double quotes: what a finding quotes from the file stands there. Words of its
// own, such as password, may well be somebody's secret too; they stay.
func hideQuoted(s string, secrets []string) string {
	for _, secret := range secrets {
		if escaped := strings.Trim(strconv.Quote(secret), `"`); escaped != secret { // as %q writes it
			s = strings.ReplaceAll(s, escaped, source.MaskText)
		}
	}
	parts := strings.Split(s, `"`)
	for i := 1; i < len(parts); i += 2 {
		for _, secret := range secrets {
			parts[i] = hideIn(parts[i], secret)
		}
	}
	return strings.Join(parts, `"`)
}

// hideIn masks a secret in a quoted text. A short one is masked only where it stands for itself, as in a URL: a
// container may well be called ecs-deploy where somebody's password is deploy.
func hideIn(text, secret string) string {
	if len(secret) >= longSecret {
		return strings.ReplaceAll(text, secret, source.MaskText)
	}
	var b strings.Builder
	for {
		i := strings.Index(text, secret)
		if i < 0 {
			return b.String() + text
		}
		end := i + len(secret)
		alone := (i == 0 || strings.ContainsRune(aroundSecrets, rune(text[i-1]))) &&
			(end == len(text) || strings.ContainsRune(aroundSecrets, rune(text[end])))
		b.WriteString(text[:i])
		if alone {
			b.WriteString(source.MaskText)
		} else {
			b.WriteString(secret)
		}
		text = text[end:]
	}
}

// MaskNames replaces the secrets of a file in an object's label and in a place, which hold names from the file.
func MaskNames(f *source.File, object, at string) (string, string) {
	secrets := f.Secrets()
	if len(secrets) == 0 {
		return object, at
	}
	return hideLabel(object, secrets), hidePlace(at, secrets)
}

// hideLabel masks long secrets in an object's label. A short one may be one of our own words.
func hideLabel(label string, secrets []string) string {
	for _, secret := range secrets {
		if len(secret) >= longSecret {
			label = strings.ReplaceAll(label, secret, source.MaskText)
		}
	}
	return label
}

// hidePlace masks secrets in a place: short ones only between brackets, where names from the file stand.
func hidePlace(at string, secrets []string) string {
	return brackets.ReplaceAllStringFunc(hideLabel(at, secrets), func(item string) string {
		for _, secret := range secrets {
			item = hideIn(item, secret)
		}
		return item
	})
}

var brackets = regexp.MustCompile(`\[[^\]]*\]`)

const (
	longSecret    = 10
	aroundSecrets = " :@=/?&;,'[]"
)

func (d *Diagnostic) secrets() []string {
	var secrets []string
	files := []*source.File{d.File()}
	for _, r := range d.Related {
		if !slices.Contains(files, r.Range.File) {
			files = append(files, r.Range.File)
		}
	}
	for _, f := range files {
		if f != nil {
			secrets = append(secrets, f.Secrets()...)
		}
	}
	return secrets
}
