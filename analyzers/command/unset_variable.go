package command

import (
	"regexp"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var unsetVariable = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "unset-variable",
		Title:    "An option gets a variable that is never set, beside one of nearly the same name that is set and never used",
		Subject:  "command",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Aliases:  []string{"shellcheck:SC2153", "shellcheck:SC2154"},
		Sources: []string{
			"https://www.gnu.org/software/bash/manual/html_node/Shell-Parameters.html",
			"https://www.shellcheck.net/wiki/SC2153",
		},
	},
	Run: func(p *analysis.Pass) {
		if p.Object.Format != "shell" { // a piece of something: what is around it may set variables
			return
		}
		script := string(p.Object.File.Bytes)
		var set []string
		for _, o := range p.Object.Call().Options.Items {
			for _, v := range o.Values.Items {
				name, ok := wholeVariable(v)
				if !ok {
					continue
				}
				if set == nil {
					set = setIn(script)
				}
				if similar, ok := unusedLike(name, set, script); ok {
					reportUnsetVariable(p, o, v, name, similar)
				}
			}
		}
	},
}

func reportUnsetVariable(p *analysis.Pass, o ecs.CallOption, v value.Value[string], name, similar string) {
	p.Reportf(v, "the script never sets %q, and never uses %q, which it sets", name, similar).
		Help("use $%s, or set %s", similar, name).
		Note("Where the environment doesn't hold it either, the option gets nothing.")
}

var variableWord = regexp.MustCompile(`^"?\$\{?([A-Za-z_][A-Za-z0-9_]*)\}?"?$`)

// wholeVariable is the variable that a value consists of.
func wholeVariable(v value.Value[string]) (name string, ok bool) {
	at := v.Where().Range()
	if !v.Unknown() || at.IsZero() {
		return "", false
	}
	m := variableWord.FindStringSubmatch(at.File.Slice(at))
	if m == nil {
		return "", false
	}
	return m[1], true
}

// usage tells of each word of a script how it is used as a variable.
type usage struct {
	read, named map[string]bool // expanded; any other mention but an assignment
	foreign     bool            // the script runs code of others, which may set any variable
}

var (
	assignment = regexp.MustCompile(`^[ \t]*(?:(?:local|readonly|declare|typeset)[ \t]+)?([A-Za-z_][A-Za-z0-9_]*)$`) // before =
	expansion  = regexp.MustCompile(`\$\{?[#!]?([A-Za-z_][A-Za-z0-9_]*)`)
	wordOf     = regexp.MustCompile(`[A-Za-z_][A-Za-z0-9_]*`)
	foreign    = regexp.MustCompile(`(?m)(^|[\s;&|(])(source|\.|eval|set[ \t]+-[a-z]*a[a-z]*|export[ \t]+["$])[ \t]`)
)

// setIn are the variables that a script assigns, as often as it does.
func setIn(script string) []string {
	set := []string{}
	for line := range strings.Lines(script) {
		before, _, ok := strings.Cut(line, "=")
		if !ok {
			continue
		}
		if m := assignment.FindStringSubmatch(before); m != nil {
			set = append(set, m[1])
		}
	}
	return set
}

func usageIn(script string, set []string) usage {
	u := usage{read: map[string]bool{}, named: map[string]bool{}, foreign: foreign.MatchString(script)}
	counts := map[string]int{}
	for _, name := range wordOf.FindAllString(script, -1) {
		counts[name]++
	}
	for _, name := range set {
		counts[name]--
	}
	for _, m := range expansion.FindAllStringSubmatch(script, -1) {
		u.read[m[1]] = true
		counts[m[1]]--
	}
	for name, n := range counts {
		u.named[name] = n > 0
	}
	return u
}

// unusedLike is the variable of nearly the same name that is only ever set, for one that is only ever expanded.
func unusedLike(name string, set []string, script string) (string, bool) {
	const shortest = 5 // of shorter names too many are alike
	if len(name) < shortest || slices.Contains(set, name) {
		return "", false
	}
	long := slices.DeleteFunc(slices.Clone(set), func(other string) bool { return len(other) < shortest })
	if _, ok := diag.Suggest(name, long); !ok {
		return "", false // looking at the whole script is dear
	}
	u := usageIn(script, set)
	if u.foreign || u.named[name] {
		return "", false
	}
	unused := slices.DeleteFunc(long, func(other string) bool { return u.read[other] || u.named[other] })
	slices.Sort(unused)
	return diag.Suggest(name, unused)
}
