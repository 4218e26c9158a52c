package makefile

import (
	"regexp"
	"strings"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

// file is what is known of a makefile.
type file struct {
	text      source.Text
	s         string
	rules     [][]syntax.Span // the logical lines of each recipe
	variables map[string]*variable
	oneShell  bool
	unsteady  bool // something that isn't in the file may assign any variable
	foreign   string
	looked    int // how often a variable was asked for
}

// variable is one that the file assigns.
type variable struct {
	value    syntax.Span
	times    int
	constant bool // assigned at the top level, not as a default or an addition
	at       int
	simple   bool // := expands the value where it stands
}

var (
	assignment  = regexp.MustCompile(`^[ ]*((?:export|override|private)\s+)*([A-Za-z0-9_.-]+)[ \t]*(:::?=|:=|\?=|\+=|!=|=)[ \t]*`)
	inRule      = regexp.MustCompile(`([A-Za-z0-9_.-]+)[ \t]*(:::?=|:=|\?=|\+=|!=|=)`)
	include     = regexp.MustCompile(`^[ ]*[-s]?include\b|\$[({]eval\b`)
	conditional = regexp.MustCompile(`^[ ]*(ifeq|ifneq|ifdef|ifndef)\b`)
	branch      = regexp.MustCompile(`^[ ]*(else|endif)\b`)
	ruleHead    = regexp.MustCompile(`^[^\t#=][^=]*?:([^=]|$)`)
)

// read goes through the logical lines.
func (f *file) read() {
	inRecipe, inDefine := false, false
	depth := 0
	for at := 0; at < len(f.s); {
		end := f.logicalEnd(at)
		line := strings.TrimRight(f.s[at:end], "\r")
		switch trimmed := strings.TrimSpace(line); {
		case inDefine:
			inDefine = !strings.HasPrefix(trimmed, "endef")
		case inRecipe && strings.HasPrefix(line, "\t"):
			f.addLine(syntax.Span{Start: at + 1, End: at + len(line)})
			f.unsteady = f.unsteady || include.MatchString(line)
		case trimmed == "" || trimmed[0] == '#':
		case conditional.MatchString(line):
			depth++
		case branch.MatchString(line):
			if strings.HasPrefix(trimmed, "endif") {
				depth = max(0, depth-1)
			}
		case strings.HasPrefix(trimmed, "define "):
			inDefine, inRecipe = true, false
			f.assigned(strings.Fields(trimmed + " ")[1:]...)
		default:
			inRecipe = f.topLevel(at, line, depth)
		}
		at = min(end+1, len(f.s))
	}
}

// topLevel reads an assignment or the head of a rule, and tells whether a recipe may follow.
func (f *file) topLevel(at int, line string, depth int) (inRecipe bool) {
	f.unsteady = f.unsteady || include.MatchString(line)
	if m := assignment.FindStringSubmatchIndex(line); m != nil {
		f.assign(at, line, m, depth)
		return false
	}
	if !ruleHead.MatchString(line) {
		return false
	}
	head, inline, found := strings.Cut(line, ";")
	for _, m := range inRule.FindAllStringSubmatch(head, -1) {
		f.assigned(m[1])
	}
	f.oneShell = f.oneShell || strings.HasPrefix(line, ".ONESHELL")
	f.rules = append(f.rules, nil)
	if found && !inRule.MatchString(head) {
		f.addLine(syntax.Span{Start: at + len(line) - len(inline), End: at + len(line)})
	}
	return true
}

func (f *file) addLine(line syntax.Span) {
	if n := len(f.rules); n > 0 {
		f.rules[n-1] = append(f.rules[n-1], line)
	}
}

// assign keeps an assignment; m are the groups of its expression.
func (f *file) assign(at int, line string, m []int, depth int) {
	name, operator := line[m[4]:m[5]], line[m[6]:m[7]]
	value := line[m[1]:]
	if i := strings.Index(value, "#"); i >= 0 {
		value = value[:i]
	}
	value = strings.TrimRight(value, " \t\r")
	v := f.variable(name)
	v.times++
	v.value = syntax.Span{Start: at + m[1], End: at + m[1] + len(value)}
	v.at, v.simple = at, strings.HasPrefix(operator, ":")
	v.constant = depth == 0 && (operator == "=" || v.simple) && !strings.Contains(value, "\\\n")
	switch {
	case name == "SHELL" && !isShell.MatchString(value):
		f.foreign = "a makefile whose recipes aren't shell: SHELL is set to something else"
	case name == ".RECIPEPREFIX" && value != "":
		f.foreign = "a makefile that sets .RECIPEPREFIX"
	}
}

var isShell = regexp.MustCompile(`\$|\b(ba|da|k|z)?sh\b`)

// assigned counts assignments whose value isn't looked at.
func (f *file) assigned(names ...string) {
	for _, name := range names {
		f.variable(name).times++
	}
}

func (f *file) variable(name string) *variable {
	if f.variables[name] == nil {
		f.variables[name] = &variable{}
	}
	return f.variables[name]
}

// logicalEnd is the line break that ends the line at at together with those that continue it.
func (f *file) logicalEnd(at int) int {
	for {
		i := strings.IndexByte(f.s[at:], '\n')
		if i < 0 {
			return len(f.s)
		}
		line := strings.TrimRight(f.s[at:at+i], "\r")
		if (len(line)-len(strings.TrimRight(line, `\`)))%2 == 0 {
			return at + i
		}
		at += i + 1
	}
}
