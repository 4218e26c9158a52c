package engine

import (
	"bytes"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/adapt/awscli"
	"github.com/ecslint/ecslint/internal/adapt/snippets"
	"github.com/ecslint/ecslint/internal/secret"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

// form is one way to read a file.
type form struct {
	fits func(look) bool
	read func(*run, *unit)
}

// forms are all of them, in the order in which they are tried: by name where that is sure, else by content.
func forms() []form {
	return []form{
		{look.isJSONByName, (*run).readJSON},
		{look.isYAML, (*run).readYAML},
		{look.isShell, (*run).readShell},
		{look.isMarkdown, snippet(snippets.ReadMarkdown)},
		{look.isMakefile, snippet(snippets.ReadMakefile)},
		{look.isPowerShell, snippet(snippets.ReadPowerShell)},
		{look.isJenkinsfile, snippet(snippets.ReadJenkinsfile)},
		{look.isPlainText, snippet(snippets.ReadPasted)},
		{look.isJSON, (*run).readJSON},
	}
}

// look is what is seen of a file before it is parsed.
type look struct {
	file *source.File
	base string // its name without folders, in lower case
	head []byte // its first bytes, without white space and byte order mark
}

func newLook(f *source.File) look {
	const most = 512
	head := f.Bytes[:min(len(f.Bytes), most)]
	return look{f, strings.ToLower(filepath.Base(f.Name)), bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")}
}

var (
	shellName = regexp.MustCompile(`\.(sh|bash|ksh|zsh|envrc)$`)
	shebang   = regexp.MustCompile(`^#!\s*\S*/(env\s+)?(-S\s+)?(ba|da|k|z)?sh\b`)

	// otherSyntax are files that may begin like JSON and aren't.
	otherSyntax = regexp.MustCompile(`\.(md|ya?ml|tf|tfvars|hcl|js|mjs|ts|tsx|jsx|go|py|rb|java|kt|rs|php|css|scss|html?|xml|svg|sql|toml|ini|cfg|conf|lock|log|csv|txt|ps1|bat|cmd|tex|jsonnet|libsonnet|j2)$`)
)

func (l look) isJSONByName() bool { return strings.HasSuffix(l.base, ".json") }

func (l look) isShell() bool { return shellName.MatchString(l.base) || shebang.Match(l.head) }

func (l look) isJSON() bool {
	if otherSyntax.MatchString(l.base) || l.file.IsBinary() || len(l.head) == 0 {
		return false
	}
	return l.file.IsUTF16() || l.head[0] == '{' || l.head[0] == '['
}

// foreign says why a file in none of the forms isn't read.
func (l look) foreign() string {
	switch {
	case otherSyntax.MatchString(l.base):
		return "ecslint doesn't read " + filepath.Ext(l.base) + " files"
	case l.file.IsBinary():
		return "not text"
	case len(l.head) == 0:
		return "it is empty"
	}
	return "neither JSON nor a shell script"
}

func (e *run) readJSON(u *unit) {
	if u.file.IsBinary() {
		u.unreadable("not text: it holds a NUL byte")
		return
	}
	u.result = readJSON(u.file)
	if len(u.result.Problems) > 0 { // comments, and what is broken, are in no tree
		secret.MaskText(u.file.Text())
	}
	if u.readTemplate(); u.template == nil {
		u.encoding()
	} else if len(u.result.Problems) > 0 {
		u.readAsYAML()
	}
	u.keepProblems(e)
}

func (e *run) readShell(u *unit) {
	u.result = awscli.Read(u.file.Text(), "shell", e.loader(u))
	secret.MaskText(u.file.Text())
}

// loader reads files that a script names by file://.
func (e *run) loader(u *unit) awscli.Load {
	return func(name string) (*syntax.Node, adapt.Reference) { return e.reference(u, name) }
}
