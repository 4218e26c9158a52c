package engine

import (
	"regexp"

	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/adapt/awscli"
	"github.com/ecslint/ecslint/internal/secret"
	"github.com/ecslint/ecslint/internal/source"
)

var (
	markdownName    = regexp.MustCompile(`\.(md|markdown|mdx)$`)
	makefileName    = regexp.MustCompile(`(^|[-_.])makefile(\.\w+)?$|^gnumakefile$|\.(mk|mak)$`)
	powerShellName  = regexp.MustCompile(`\.psm?1$`)
	jenkinsfileName = regexp.MustCompile(`(^|[-_.])jenkinsfile|\.groovy$`)
	plainTextName   = regexp.MustCompile(`\.(txt|text)$`)
)

func (l look) isMarkdown() bool    { return markdownName.MatchString(l.base) }
func (l look) isMakefile() bool    { return makefileName.MatchString(l.base) }
func (l look) isPowerShell() bool  { return powerShellName.MatchString(l.base) }
func (l look) isJenkinsfile() bool { return jenkinsfileName.MatchString(l.base) }
func (l look) isPlainText() bool   { return plainTextName.MatchString(l.base) && !l.file.IsBinary() }

// snippet reads a file whose ECS code stands inside of other text.
func snippet(read func(source.Text, awscli.Load) adapt.Result) func(*run, *unit) {
	return func(e *run, u *unit) {
		text := u.file.Text()
		u.result = read(text, e.loader(u))
		secret.MaskText(text)
	}
}
