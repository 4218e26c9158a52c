package snippets

import (
	"strings"

	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/adapt/awscli"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax/groovy"
	"github.com/ecslint/ecslint/internal/syntax/makefile"
	"github.com/ecslint/ecslint/internal/syntax/powershell"
	"github.com/ecslint/ecslint/internal/syntax/shell"
)

// ReadMakefile reads the recipes of a makefile.
func ReadMakefile(t source.Text, load awscli.Load) adapt.Result {
	r := newReader(t, Makefile, load)
	if !mayHold(t.String()) {
		return r.finish("a makefile")
	}
	recipes, why := makefile.Recipes(t)
	for _, recipe := range recipes {
		if mayHold(recipe.Text.String()) {
			r.add(r.script(shell.Parse(recipe.Text, recipe.Unknown...), false))
		}
	}
	if why != "" {
		return adapt.Result{Why: why + ": not read"}
	}
	return r.finish("a makefile")
}

// ReadJenkinsfile reads the literal scripts of the steps of a Jenkinsfile.
func ReadJenkinsfile(t source.Text, load awscli.Load) adapt.Result {
	r := newReader(t, Jenkins, load)
	if !mayHold(t.String()) {
		return r.finish("a Jenkinsfile")
	}
	steps, unread := groovy.Steps(t)
	for _, step := range steps {
		switch {
		case !mayHold(step.Text.String()):
		case step.Name == "sh":
			script := shell.Parse(step.Text, step.Unknown...)
			forgetWritten(script, r.text)
			r.add(r.script(script, false))
		default:
			r.powerShell(powershell.Parse(step.Text))
		}
	}
	if unread > 0 && len(r.result.Objects) == 0 {
		return adapt.Result{Why: "a Jenkinsfile with steps that aren't literal shell scripts: those are not read"}
	}
	return r.finish("a Jenkinsfile")
}

// ReadPowerShell reads the aws calls of a PowerShell script, and the JSON in its here-strings.
func ReadPowerShell(t source.Text, load awscli.Load) adapt.Result {
	r := newReader(t, PowerShell, load)
	if !mayHold(t.String()) {
		return r.finish("a PowerShell script")
	}
	script := powershell.Parse(t)
	r.powerShell(script)
	if script.Unread > 0 && len(r.result.Objects) == 0 {
		return adapt.Result{Why: "a PowerShell script whose aws calls can't be read for certain: --% stops PowerShell's own reading"}
	}
	return r.finish("a PowerShell script")
}

func (r *reader) powerShell(parsed *powershell.Script) {
	for _, v := range parsed.HereStrings {
		if s := strings.TrimSpace(v.Text.String()); strings.HasPrefix(s, "{") || strings.HasPrefix(s, "[") {
			_, found := r.json(v.Text, v.Unknown...)
			r.add(found)
		}
	}
	script := &shell.Script{Commands: parsed.Commands}
	forgetWritten(script, r.text)
	r.add(r.script(script, false))
}

// forgetWritten makes unknown what a script may write itself: a file that it names by file:// and once more, in
// whatever way, may be another one than on the disk by then.
func forgetWritten(script *shell.Script, whole string) {
	const scheme = "file://"
	elsewhere := map[string]bool{}
	for _, c := range script.Commands {
		for _, w := range c.Words {
			name, ok := strings.CutPrefix(w.Text.String(), scheme)
			if _, written := c.Files[name]; !ok || written || name == "" {
				continue
			}
			if _, counted := elsewhere[name]; !counted {
				base := name[strings.LastIndexAny(name, `/\`)+1:]
				elsewhere[name] = strings.Count(whole, base) > strings.Count(whole, scheme+name)
			}
			if elsewhere[name] {
				forget(c, name)
			}
		}
	}
}

func forget(c *shell.Command, name string) {
	if c.Files == nil {
		c.Files = map[string]*shell.Value{}
	}
	c.Files[name] = nil
}
