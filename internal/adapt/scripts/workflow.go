package scripts

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/adapt/awscli"
	"github.com/ecslint/ecslint/internal/syntax"
)

// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax
func isWorkflow(file string, root *syntax.Node) bool {
	return isObject(root.Get("jobs")) && (root.Get("on") != nil || strings.Contains("/"+file, "/.github/workflows/"))
}

func isCompositeAction(_ string, root *syntax.Node) bool {
	runs := root.Get("runs")
	return runs.Get("using") != nil || runs.Get("steps") != nil
}

func (r *reader) workflow(root *syntax.Node) {
	env := environment{}.with(root.Get("env"))
	for _, m := range root.Get("jobs").Members {
		job := m.Value
		d := defaults{run: []*syntax.Node{job.Get("defaults", "run"), root.Get("defaults", "run")}}
		d.windows = strings.Contains(strings.ToLower(textOf(job.Get("runs-on"))), "windows")
		r.steps(job.Get("steps"), env.with(job.Get("env")), d)
	}
}

func (r *reader) compositeAction(root *syntax.Node) {
	r.steps(root.Get("runs", "steps"), environment{}, defaults{})
}

// defaults are the settings of the steps of a job.
type defaults struct {
	run     []*syntax.Node // defaults.run, the innermost first
	windows bool
}

func (d defaults) setting(step *syntax.Node, name string) *syntax.Node {
	for _, n := range append([]*syntax.Node{step}, d.run...) {
		if v := n.Get(name); v != nil {
			return v
		}
	}
	return nil
}

// steps reads the steps of a job: its scripts run in one folder, its actions between them.
func (r *reader) steps(list *syntax.Node, env environment, d defaults) {
	if !isArray(list) {
		return
	}
	env = env.without(setFor(list))
	var scripts []piece
	for _, step := range list.Items {
		own := env.with(step.Get("env"))
		if uses := step.Get("uses"); uses != nil {
			r.action(step, own, scripts)
		}
		run := step.Get("run")
		if !isText(run) || !runsPOSIXShell(d.setting(step, "shell"), d.windows) {
			continue
		}
		scripts = append(scripts, piece{
			text:   own.expand(run.Text),
			env:    own,
			folder: textOf(d.setting(step, "working-directory")),
			maybe:  step.Get("if") != nil,
		})
	}
	r.pieces(scripts)
}

var posixShell = regexp.MustCompile(`^(bash|sh)(\s|$)`)

// runsPOSIXShell tells by the setting of a step; the default on Windows is PowerShell.
func runsPOSIXShell(setting *syntax.Node, windows bool) bool {
	if setting == nil {
		return !windows
	}
	return posixShell.MatchString(setting.String())
}

// setFor tells which variables the scripts of a job set for the steps behind them, by $GITHUB_ENV.
func setFor(steps *syntax.Node) func(name string) bool {
	var writers []string
	for _, step := range steps.Items {
		if run := step.Get("run"); run != nil && strings.Contains(run.String(), "GITHUB_ENV") {
			writers = append(writers, run.String())
		}
	}
	return func(name string) bool {
		return slices.ContainsFunc(writers, func(s string) bool { return strings.Contains(s, name) })
	}
}

// loadFrom reads files for scripts that run in the same folder; nothing where that can't be told.
func (r *reader) loadFrom(all []piece) awscli.Load {
	folder, first := "", true
	for _, p := range all {
		if !strings.Contains(p.text.String(), "file://") {
			continue
		}
		if syntax.HasPlaceholder(p.folder) || !first && p.folder != folder {
			return func(name string) (*syntax.Node, adapt.Reference) { return nil, adapt.Reference{Name: name} }
		}
		folder, first = p.folder, false
	}
	if folder == "" {
		return r.load
	}
	return func(name string) (*syntax.Node, adapt.Reference) {
		if path.IsAbs(name) {
			return r.load(name)
		}
		return r.load(path.Join(folder, name))
	}
}
