package engine

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/adapt/awscli"
	"github.com/ecslint/ecslint/internal/adapt/awsjson"
	"github.com/ecslint/ecslint/internal/secret"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/json"
)

// MaxFileSize is the size up to which a file is read, in bytes. AWS takes task definitions of at most 64 KiB.
const MaxFileSize = 10 << 20

// unit is one file that was read, with what was found in it.
type unit struct {
	candidate
	reported bool
	file     *source.File
	result   adapt.Result
	problems []syntax.Problem // of the file itself, beside those of its text
}

// load reads and parses the file of a candidate.
func (e *run) load(c candidate) *unit {
	u := &unit{candidate: c}
	data, problem, err := e.bytes(c)
	u.file = source.NewFile(c.name, c.path, data)
	switch {
	case err != nil && c.named:
		e.fail(c.name, err)
		return u
	case err != nil:
		u.unreadable("can't be read: " + reason(err))
		return u
	case problem != "":
		u.result.Why = problem
		if c.named {
			u.unreadable(problem)
		}
		return u
	}
	u.parse(e)
	return u
}

// bytes reads a file; problem tells why its content is of no use.
func (e *run) bytes(c candidate) (data []byte, problem string, err error) {
	if data, ok := e.Overlay[c.path]; ok {
		return data, "", nil
	}
	if c.path == "" {
		return e.stdin, "", nil
	}
	info, err := os.Stat(c.path)
	if err != nil {
		return nil, "", err
	}
	if !info.Mode().IsRegular() {
		return nil, "not a regular file", nil
	}
	if info.Size() > MaxFileSize {
		return nil, fmt.Sprintf("too large: %.1f MiB; ecslint reads files up to %d MiB", float64(info.Size())/(1<<20), MaxFileSize>>20), nil
	}
	data, err = os.ReadFile(c.path)
	return data, "", err
}

// format is how a file is read.
type format uint8

const (
	unreadFormat format = iota
	jsonFormat
	shellFormat
)

var (
	shellName = regexp.MustCompile(`\.(sh|bash|ksh|zsh|envrc)$`)
	shebang   = regexp.MustCompile(`^#!\s*\S*/(env\s+)?(-S\s+)?(ba|da|k|z)?sh\b`)

	// otherSyntax are files that may begin like JSON and aren't.
	otherSyntax = regexp.MustCompile(`\.(md|ya?ml|tf|tfvars|hcl|js|mjs|ts|tsx|jsx|go|py|rb|java|kt|rs|php|css|scss|html?|xml|svg|sql|toml|ini|cfg|conf|lock|log|csv|txt|ps1|bat|cmd|tex|jsonnet|libsonnet|j2)$`)
)

// formatOf decides by content, then by name.
func formatOf(f *source.File) (format, string) {
	base := strings.ToLower(filepath.Base(f.Name))
	head := f.Bytes[:min(len(f.Bytes), 512)]
	switch {
	case strings.HasSuffix(base, ".json"):
		return jsonFormat, ""
	case shellName.MatchString(base), shebang.Match(head):
		return shellFormat, ""
	case otherSyntax.MatchString(base):
		return unreadFormat, "not read yet: " + filepath.Ext(base) + " files"
	case f.IsBinary():
		return unreadFormat, "not text"
	}
	content := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
	if f.IsUTF16() || bytes.HasPrefix(content, []byte("{")) || bytes.HasPrefix(content, []byte("[")) {
		return jsonFormat, ""
	}
	return unreadFormat, "neither JSON nor a shell script"
}

func (u *unit) parse(e *run) {
	format, why := formatOf(u.file)
	switch format {
	case unreadFormat:
		u.result.Why = why
		return
	case jsonFormat:
		if u.file.IsBinary() {
			u.unreadable("not text: it holds a NUL byte")
			return
		}
		u.result = awsjson.Read(u.file)
		u.encoding()
		u.keepProblems(e)
	case shellFormat:
		u.result = awscli.Read(u.file, func(name string) (*syntax.Node, adapt.Reference) { return e.reference(u, name) })
		secret.MaskText(u.file.Text())
	}
	if u.result.Tree != nil {
		secret.Mask(u.result.Tree)
	}
	for i, counts := 0, map[any]int{}; i < len(u.result.Objects); i++ {
		o := u.result.Objects[i]
		counts[o.Type]++
		o.Ordinal = counts[o.Type]
		secret.Mask(o.Root)
	}
}

// ecsName are names that say what a file is meant to be, however broken its content is.
var ecsName = regexp.MustCompile(`(?i)task[-_]?def|ecs[-_]?(service|task)|service[-_]?def|container[-_]?def`)

// keepProblems drops the problems of a JSON file that has nothing to do with ECS. A file that broke so early
// that nothing can be recognised counts as one of ours by its name, or when it was named alone.
func (u *unit) keepProblems(e *run) {
	if len(u.result.Objects) > 0 {
		return
	}
	broken := false
	for _, p := range u.result.Problems {
		broken = broken || p.Rule == json.SyntaxError
	}
	if !broken || !ecsName.MatchString(filepath.Base(u.name)) && !(u.named && e.projectRoot == "") {
		u.result.Problems, u.problems = nil, nil
	}
}

// encoding reports what AWS's CLI doesn't read: its JSON has to be UTF-8 without a byte order mark.
func (u *unit) encoding() {
	if !u.file.HasBOM() {
		return
	}
	what := "a byte order mark (UTF-8)"
	if u.file.IsUTF16() {
		what = "UTF-16, as PowerShell's > writes it"
	}
	u.problems = append(u.problems, syntax.Problem{
		Rule: "json-encoding", Range: u.file.BOMRange(),
		Message: "the file begins with " + what + ": the AWS CLI can't read it as JSON",
		Help:    "save the file as UTF-8 without a byte order mark",
	})
}

func (u *unit) unreadable(why string) {
	u.result.Why = why
	at := u.file.Whole().Head()
	if i := bytes.IndexByte(u.file.Bytes, 0); i >= 0 {
		at = source.Range{File: u.file, Start: i, End: i + 1}
	}
	u.problems = append(u.problems, syntax.Problem{Rule: "unreadable-file", Range: at, Message: why})
}

// reference reads a file that a script names by file://. It is tried from the script's folder, then from the
// root; exactly one must exist, and nothing outside of the root is read.
func (e *run) reference(from *unit, name string) (*syntax.Node, adapt.Reference) {
	ref := adapt.Reference{Name: name}
	var tries []string
	switch {
	case filepath.IsAbs(name):
		tries = []string{filepath.Clean(name)}
	case from.path == "":
		tries = []string{filepath.Join(e.Dir, name)}
	default:
		tries = []string{filepath.Join(filepath.Dir(from.path), name), filepath.Join(from.root, name)}
	}
	var found []string
	for _, path := range tries {
		if !within(realPath(from.root), realPath(path)) {
			ref.Why = "lies outside of " + filepath.ToSlash(from.root)
			continue
		}
		if _, err := os.Stat(path); err == nil && (len(found) == 0 || realPath(found[0]) != realPath(path)) {
			found = append(found, path)
		}
	}
	switch len(found) {
	case 0:
		return nil, ref
	case 1:
		ref.Path = found[0]
	default:
		ref.Why = "is there twice: beside the script and at the root"
		return nil, ref
	}
	u := e.open(candidate{name: e.shown(ref.Path), path: ref.Path, root: from.root})
	switch {
	case u.result.Tree != nil:
		return u.result.Tree.Clone(), ref // what reads the script may change it
	case len(u.problems) == 0 && len(u.file.Bytes) > 0:
		tree, _ := json.Parse(u.file.Text())
		secret.Mask(tree)
		return tree, ref
	}
	ref.Why, ref.Path = "can't be read", ""
	return nil, ref
}

// shown is how a file is named that no path of the call leads to.
func (e *run) shown(path string) string {
	if rel, err := filepath.Rel(e.Dir, path); err == nil {
		return filepath.ToSlash(rel)
	}
	return filepath.ToSlash(path)
}
