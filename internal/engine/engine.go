// Package engine runs everything: it finds files, reads them into objects, links the objects, runs all rules over
// them and puts the findings into their total order. It knows nothing of terminals and protocols.
package engine

import (
	"context"
	"io"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/ecslint/ecslint/internal/adapt/cloudformation"
	"github.com/ecslint/ecslint/internal/adapt/document"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/rego"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/rules"
)

// Options is one call.
type Options struct {
	Dir       string               // absolute working directory: relative paths begin here
	Paths     []string             // files and folders; "-" is standard input
	Project   string               // folder that links are read from beside the paths; "" for none
	Stdin     io.Reader            // read when a path is "-"
	StdinName string               // what standard input is called
	Overlay   map[string][]byte    // unsaved content by absolute path, "" for a nameless standard input; it wins over the disk
	Rules     map[string]bool      // rules that are on, by name
	Jobs      int                  // how many run at once; 0 for one per core
	Forget    bool                 // drop what the objects of templates hold once they are judged; the result only counts them
	OneWorld  bool                 // of a template keep the objects of its first world, those of other services too
	Fleet     string               // absolute path of the only file that is taken for a fleet; "" for any
	Given     cloudformation.Given // what templates are deployed with
	Today     time.Time            // decides what has been retired; zero for the day of the clock
}

// Result is what came of a call.
type Result struct {
	Findings  []diag.Diagnostic // in their total order, free of secrets
	Files     []File            // all that were looked at, by name
	Objects   []*ecs.Object     // of the reported files
	Undecided []Undecided       // places where a rule can't decide
	Failures  []Failure         // what kept the call from being carried out
}

// File is one file that was looked at.
type File struct {
	Name    string
	Named   bool   // named in the call
	Objects int    // how many it holds
	Why     string // why it holds none
	Unread  bool   // it was not looked into, and nothing says that it may be left out
	Format  string

	Source *source.File // its content; nil where it wasn't read
	Root   string       // folder that holds all that belongs to it
	Stdin  bool         // it is standard input
	Broken int          // syntax errors in it
}

// Undecided is a place where a rule can't decide because something is unknown.
type Undecided struct {
	Rule   string
	Range  source.Range
	Object string
	At     string
}

// Failure is a reason to end with an error: a path that can't be read, a rule that broke.
type Failure struct {
	Name string
	Err  error
}

type run struct {
	Options
	projectRoot string
	stdin       []byte
	fleets      []*ecs.Object // of files with such a name
	rego        *rego.Host
	on          sync.Map // ecs.Type -> the analyzers that are on

	mu         sync.Mutex
	candidates []candidate
	found      map[string]int // index of a candidate by its path
	serving    bool           // what is discovered now only serves links
	opened     map[string]*entry
	result     Result
}

type entry struct {
	candidate candidate
	once      sync.Once
	unit      *unit
}

// Run carries out a call. It never fails as a whole: what went wrong is in the result.
func Run(ctx context.Context, o Options) *Result {
	e := &run{Options: o, found: map[string]int{}, opened: map[string]*entry{}}
	if e.Jobs <= 0 {
		e.Jobs = runtime.GOMAXPROCS(0)
	}
	if e.Today.IsZero() {
		e.Today = time.Now()
	}
	e.rego = rego.New(func(rule string) bool { return e.Rules[rule] })
	if o.Project != "" {
		e.projectRoot = e.absolute(o.Project)
	}
	units := e.read(ctx)
	e.analyze(ctx, units)
	e.finish(units)
	return &e.result
}

// read discovers and reads all files: those to report, then those that only serve links.
func (e *run) read(ctx context.Context) []*unit {
	for _, path := range e.Paths {
		if path == "-" {
			e.readStdin(ctx)
			continue
		}
		e.discover(path)
	}
	if e.projectRoot != "" {
		e.serving = true
		e.walk(e.shown(e.projectRoot), e.projectRoot)
	}
	e.dropAliases()
	for _, c := range e.candidates {
		e.opened[c.path] = &entry{candidate: c}
	}
	e.readFleets()
	units := make([]*unit, len(e.candidates))
	e.parallel(len(e.candidates), func(i int) {
		if ctx.Err() != nil {
			return
		}
		units[i] = e.open(e.candidates[i])
		if units[i].isTemplate && units[i].reported { // a world of its own: it need not wait for the others
			e.judgeTemplate(ctx, units[i])
		}
	})
	return slices.DeleteFunc(units, func(u *unit) bool { return u == nil })
}

// readFleets reads the files that are fleets by their name: templates, which are judged as they are read, are judged beside them.
func (e *run) readFleets() {
	for _, c := range e.candidates {
		if e.Fleet != "" && c.path != e.Fleet || e.Fleet == "" && !document.IsFleetName(c.name) {
			continue
		}
		for _, o := range e.open(c).result.Objects {
			if o.Type == ecs.TypeFleet {
				e.fleets = append(e.fleets, o)
			}
		}
	}
}

// open loads the file of a candidate, once however often it is asked for. A file that was discovered keeps the name
// that it was found by, whoever opens it first.
func (e *run) open(c candidate) *unit {
	e.mu.Lock()
	slot := e.opened[c.path]
	if slot == nil {
		slot = &entry{candidate: c}
		e.opened[c.path] = slot
	}
	e.mu.Unlock()
	slot.once.Do(func() {
		slot.unit = e.load(slot.candidate)
		for _, t := range slot.unit.types() {
			e.rego.Warm(t)
		}
	})
	return slot.unit
}

// add adds a candidate. Of one that is found twice the first name stays.
func (e *run) add(c candidate) {
	if i, ok := e.found[c.path]; ok {
		e.candidates[i].named = e.candidates[i].named || c.named
		return
	}
	e.found[c.path] = len(e.candidates)
	c.reported = !e.serving
	e.candidates = append(e.candidates, c)
}

// skip leaves out what was found in a folder; unread says that something of interest may be in it.
func (e *run) skip(name, why string, unread bool) {
	if !e.serving {
		e.result.Files = append(e.result.Files, File{Name: name, Why: why, Unread: unread})
	}
}

// unreadable reports a folder inside a folder that can't be read.
func (e *run) unreadable(name, path, why string) {
	if e.serving {
		return
	}
	f := source.NewFile(name, path, nil)
	e.report(diag.Diagnostic{Rule: "unreadable-file", Severity: rules.Error, Message: "can't be read: " + why, Range: f.Whole()})
}

func (e *run) fail(name string, err error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.result.Failures = append(e.result.Failures, Failure{name, err})
}

func (e *run) report(findings ...diag.Diagnostic) {
	e.mu.Lock()
	defer e.mu.Unlock()
	for _, d := range findings {
		if e.Rules[d.Rule] {
			e.result.Findings = append(e.result.Findings, d)
		}
	}
}

func (e *run) undecided(places ...Undecided) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.result.Undecided = append(e.result.Undecided, places...)
}

func (e *run) parallel(n int, do func(i int)) {
	var wg sync.WaitGroup
	next := make(chan int)
	for range min(e.Jobs, n) {
		wg.Go(func() {
			for i := range next {
				do(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wg.Wait()
}

// finish sorts and masks, and drops what belongs to files that weren't asked for.
func (e *run) finish(units []*unit) {
	reported := map[*source.File]bool{}
	for _, u := range units {
		if u.reported {
			reported[u.file] = true
		}
	}
	foreign := func(f *source.File) bool { return !reported[f] && e.opened[f.Path] != nil }
	r := &e.result
	r.Findings = slices.DeleteFunc(r.Findings, func(d diag.Diagnostic) bool { return foreign(d.File()) })
	r.Undecided = slices.DeleteFunc(r.Undecided, func(u Undecided) bool { return foreign(u.Range.File) })
	for i := range r.Findings {
		keepOwnFixes(&r.Findings[i])
		r.Findings[i].Mask()
	}
	for i := range r.Undecided {
		u := &r.Undecided[i]
		u.Object, u.At = diag.MaskNames(u.Range.File, u.Object, u.At)
	}
	r.Findings = supersede(r.Findings)
	diag.Sort(r.Findings)
	r.Findings = slices.CompactFunc(r.Findings, sameFinding)
	r.Undecided = distinct(r.Undecided)
	slices.SortFunc(r.Files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	slices.SortFunc(r.Failures, func(a, b Failure) int { return strings.Compare(a.Name, b.Name) })
}
