package command

import (
	"regexp"
	"slices"

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
		call := p.Object.Call()
		var variables *scriptVariables
		for _, o := range call.Options.Items {
			for _, v := range o.Values.Items {
				name, ok := wholeVariable(v)
				if !ok {
					continue
				}
				if variables == nil {
					variables = variablesOf(string(p.Object.File.Bytes))
				}
				if similar, ok := variables.unusedLike(name); ok {
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

// scriptVariables tells of each word of a script how it is used as a variable.
type scriptVariables struct {
	set, read, named map[string]bool // assigned; expanded; any other mention
	foreign          bool            // the script runs code of others, which may set any variable
}

var (
	assignment = regexp.MustCompile(`(?m)^[ \t]*(?:(?:local|readonly|declare|typeset)[ \t]+)?([A-Za-z_][A-Za-z0-9_]*)=`)
	expansion  = regexp.MustCompile(`\$\{?[#!]?([A-Za-z_][A-Za-z0-9_]*)`)
	wordOf     = regexp.MustCompile(`[A-Za-z_][A-Za-z0-9_]*`)
	foreign    = regexp.MustCompile(`(?m)(^|[\s;&|(])(source|\.|eval|set[ \t]+-[a-z]*a[a-z]*|export[ \t]+["$])[ \t]`)
)

func variablesOf(script string) *scriptVariables {
	v := &scriptVariables{set: map[string]bool{}, read: map[string]bool{}, named: map[string]bool{}, foreign: foreign.MatchString(script)}
	counts := map[string]int{}
	for _, name := range wordOf.FindAllString(script, -1) {
		counts[name]++
	}
	for _, m := range assignment.FindAllStringSubmatch(script, -1) {
		v.set[m[1]] = true
		counts[m[1]]--
	}
	for _, m := range expansion.FindAllStringSubmatch(script, -1) {
		v.read[m[1]] = true
		counts[m[1]]--
	}
	for name, n := range counts {
		v.named[name] = n > 0
	}
	return v
}

// unusedLike is the variable of nearly the same name that is only ever set, for one that is only ever expanded.
func (v *scriptVariables) unusedLike(name string) (string, bool) {
	const shortest = 5 // of shorter names too many are alike
	if v.foreign || v.set[name] || v.named[name] || len(name) < shortest {
		return "", false
	}
	var unused []string
	for other := range v.set {
		if !v.read[other] && !v.named[other] && len(other) >= shortest {
			unused = append(unused, other)
		}
	}
	slices.Sort(unused)
	return diag.Suggest(name, unused)
}
