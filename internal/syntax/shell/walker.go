package shell

import (
	"slices"

	sh "mvdan.cc/sh/v3/syntax"

	"github.com/ecslint/ecslint/internal/source"
)

// walker goes through a script in the order in which it runs and keeps what is known at each point.
//
// It goes twice. The first walk counts: how often each variable and file is set, and what functions change. The
// second one builds the commands.
type walker struct {
	*tree
	text  source.Text
	scope *scope
	at    int // offset of the statement that is being read
	clock int // counts what is set

	counting bool
	silent   bool           // build no commands
	touches  map[string]int // how often each key is set in the whole script
	changed  map[string]bool
	declared map[string]bool // names of functions
	wild     bool            // a function runs code that isn't in the script

	functions   int // how many function bodies are around here
	locals      map[string]bool
	loops       int
	backquotes  int
	substituted int            // bytes
	mentions    map[string]int // how often the script names a variable; up to 3

	commands []*Command
	files    []File
	starts   map[*Command]int
}

func newWalker(t source.Text, tr *tree) *walker {
	return &walker{
		tree: tr, text: t,
		touches: map[string]int{}, changed: map[string]bool{}, declared: map[string]bool{},
		starts: map[*Command]int{}, mentions: map[string]int{},
	}
}

func (w *walker) script() string { return w.text.String() }

func (w *walker) run() ([]*Command, []File) {
	w.counting, w.silent = true, true
	w.walkAll()
	w.counting, w.silent = false, false
	w.walkAll()
	slices.SortStableFunc(w.commands, func(a, b *Command) int { return w.starts[a] - w.starts[b] })
	return w.commands, w.files
}

func (w *walker) walkAll() {
	w.scope = &scope{bound: map[string]*binding{}}
	w.substituted = 0
	w.statements(w.tree.stmts)
}

// branch walks something that may or may not run: what it sets is unknown behind it.
func (w *walker) branch(walk func()) {
	outer := w.scope
	w.scope = outer.child()
	walk()
	outer.forget(w.scope)
	w.scope = outer
}

// subshell walks something whose variables don't outlive it.
func (w *walker) subshell(walk func()) {
	outer := w.scope
	w.scope = outer.child()
	walk()
	outer.keepFiles(w.scope)
	w.scope = outer
}

// maxLoops bounds how deeply nested loops are walked twice.
const maxLoops = 8

// loop walks something that may run again: what it sets is unknown from its start on.
func (w *walker) loop(walk func()) {
	w.loops++
	defer func() { w.loops-- }()
	if w.loops > maxLoops {
		w.branch(func() { w.scope.forgetVariables(); walk() })
		return
	}
	if !w.silent {
		w.silent = true
		w.branch(walk)
		w.silent = false
	}
	w.branch(walk)
}

// function walks the body of a function. Nothing of what it sets is known behind it: it runs when it is called.
func (w *walker) function(body *sh.Stmt) {
	outer, locals := w.scope, w.locals
	w.scope, w.locals = outer.child(), map[string]bool{}
	w.scope.function = true
	w.functions++
	w.statement(body, nil)
	w.functions--
	w.scope, w.locals = outer, locals
}

// call applies what a call of one of the script's functions may change.
func (w *walker) call() {
	if len(w.declared) == 0 {
		return
	}
	w.clock++
	w.scope.called = w.clock
	if w.wild {
		w.scope.forgetVariables()
	}
}

// forgetAll applies code that isn't in the script: it may set any variable.
func (w *walker) forgetAll() {
	w.scope.forgetVariables()
	if w.counting && w.functions > 0 {
		w.wild = true
	}
}
